import { describe, expect, test } from "vitest";
import type { SourceState } from "../sources/state";
import { writtenState } from "../sources/written";
import { freshnessOf, hasAge } from "./freshness";
import { isEmptyYet } from "./is-empty-yet";

const asked: SourceState = { state: "ok", name: "A", interval: 10_000, keys: 1 };
const written = writtenState({ name: "B" }, 1);
const connected = { now: 1_000_000, behindSince: undefined };
const ago = (age: number) => connected.now - age;

describe("a source that is asked", () => {
  test.each([
    [19_999, "fresh"],
    [20_000, "late"],
    [39_999, "late"],
    [40_000, "stale"],
  ] as const)("[F1] looked at %i ms ago is %s", (age, freshness) => {
    expect(freshnessOf(asked, ago(age), connected)).toBe(freshness);
    expect(freshnessOf(asked, ago(age), { ...connected, behindSince: connected.now })).toBe(freshness);
  });

  test("[F2] that was never looked at waits, and says itself when it fails or rests", () => {
    expect(freshnessOf(undefined, ago(0), connected)).toBe("waiting");
    expect(freshnessOf(asked, null, connected)).toBe("waiting");
    expect(freshnessOf({ state: "paused", name: "A", interval: 10_000 }, ago(0), connected)).toBe("paused");
    const failure = { code: "timeout", message: "No." } as const;
    expect(freshnessOf({ state: "failing", name: "A", interval: 1, failure, lastGood: null }, ago(0), connected)).toBe(
      "failing",
    );
  });
});

describe("a source that is written, and expected to be", () => {
  const plan = { mode: "idle", expected: 10_000 } as const;
  const stateOf = (keys: number) => writtenState({ name: "B", plan }, keys);
  const expected = stateOf(1);

  test.each([
    [19_999, "fresh"],
    [20_000, "late"],
    [39_999, "late"],
    [40_000, "stale"],
  ] as const)("[F6] %i ms after the last write is %s", (age, freshness) => {
    expect(hasAge(expected)).toBe(true);
    expect(freshnessOf(expected, ago(age), connected)).toBe(freshness);
  });

  test("[F6] waits for the first write, and is empty until then", () => {
    expect(freshnessOf(expected, null, connected)).toBe("waiting");
    expect(isEmptyYet(stateOf(0), "waiting")).toBe(true);
  });

  test.each([
    [0, 49_999, "fresh"],
    [0, 50_000, "late"],
    [0, 100_000, "stale"],
    [20_000, 0, "late"],
    [20_000, 100_000, "stale"],
    [40_000, 50_000, "stale"],
  ] as const)("[F6] written %i ms ago, and the connection lost for %i ms, is %s", (age, lost, freshness) => {
    expect(freshnessOf(expected, ago(age), { ...connected, behindSince: ago(lost) })).toBe(freshness);
  });
});

describe("a source that people write", () => {
  test("[F3] is fresh while the reader is connected, however long nobody wrote", () => {
    expect(hasAge(written)).toBe(false);
    expect(freshnessOf(written, null, connected)).toBe("fresh");
    expect(freshnessOf(written, 1, connected)).toBe("fresh");
  });

  test("[F5] is empty, and not fresh, until the first value is written", () => {
    expect(isEmptyYet(writtenState({ name: "B" }, 0), "fresh")).toBe(true);
    expect(isEmptyYet(written, "fresh")).toBe(false);
    expect(isEmptyYet({ ...asked, keys: 0 }, "fresh"), "what is asked has answered").toBe(false);
    expect(isEmptyYet(undefined, "waiting")).toBe(false);
  });

  test.each([
    [49_999, "fresh"],
    [50_000, "late"],
    [100_000, "stale"],
  ] as const)("[F4] %i ms after the connection was lost it is %s, whatever came last", (age, freshness) => {
    expect(freshnessOf(written, connected.now, { ...connected, behindSince: ago(age) })).toBe(freshness);
  });
});
