import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../protocol/parts";
import { seenPoints } from "./seen-points";

/** Oldest first; of few values, so that some are the same; with stretches of which nothing is known. */
const series = fc
  .array(
    fc.record({
      after: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(1_000, 1_000, 5_000, 40_000)),
      value: fc.option(fc.integer({ min: -3, max: 9 })),
    }),
    { maxLength: 600, size: "max" },
  )
  .map((all) => {
    let at = 1_763_000_000_000;
    return all.map(({ after, value }): Point => [(at += after), value]);
  });
const newestOf = (points: readonly Point[]) => points.at(-1)?.[0] ?? 0;
const known = (points: readonly Point[]) => points.flatMap(([, value]) => value ?? []);

describe("seenPoints", () => {
  it("[HI9] comes to the same whether points go as they age or all at once", () => {
    fc.assert(
      fc.property(series, fc.array(fc.nat(600), { maxLength: 5 }), (points, cuts) => {
        const inTurn = [...cuts.sort((a, b) => a - b), points.length].reduce<{ held: readonly Point[]; to: number }>(
          ({ held, to }, cut) => ({ held: seenPoints([...held, ...points.slice(to, cut)]), to: Math.max(to, cut) }),
          { held: [], to: 0 },
        );
        expect(inTurn.held).toEqual(seenPoints(points));
        expect(seenPoints(inTurn.held)).toBe(inTurn.held);
      }),
    );
  });

  it("[HI9] keeps the lowest and the highest value of every window that ends now, and its gaps, but for a step", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 900_000 }), (points, span) => {
        const seen = seenPoints(points);
        const [newest, from] = [newestOf(points), newestOf(points) - span];
        const within = (all: readonly Point[], begin: number) => all.filter(([at]) => at >= begin);
        // What is as old as the window lies in a step of at most a 60th of it.
        const step = span / 60;
        expect(newestOf(seen)).toBe(newest);
        expect(seen.at(-1)).toBe(points.at(-1));
        expect(seen).toEqual(points.filter((point) => seen.includes(point)));
        const [inside, whole] = [known(within(points, from + step)), known(within(seen, from))];
        expect(Math.min(...whole)).toBeLessThanOrEqual(Math.min(...inside));
        expect(Math.max(...whole)).toBeGreaterThanOrEqual(Math.max(...inside));
        for (const [at] of within(points, from + step).filter(([, value]) => value === null))
          expect(seen.some(([time, value]) => value === null && time >= at && time <= at + step)).toBe(true);
      }),
    );
  });

  it("[HI9] keeps at most so many, however often a series changes, and all of the newest minutes of one that is seldom", () => {
    const each = (every: number, of = 900_000) =>
      Array.from({ length: of / every }, (_, i): Point => [1_763_000_000_000 + i * every, (i * 7) % 13]);
    expect(seenPoints(each(1_000)).length).toBeLessThan(480);
    expect(seenPoints(each(1_000)).slice(-240)).toEqual(each(1_000).slice(-240));
    expect(seenPoints(each(25)).length).toBeLessThan(1_200);
    expect(seenPoints(each(1, 200_000)).length).toBeLessThan(1_700);
    const seldom = each(15_000);
    expect(seenPoints(seldom)).toBe(seldom);
    expect(seenPoints([])).toEqual([]);
  });
});
