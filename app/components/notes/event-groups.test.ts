import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { eventGroups } from "./event-groups";

const event = (at: number, id = at) => ({ id, at, data: null });

test("events that are near each other are one group, those outside of the times none", () => {
  const groups = eventGroups([event(-1), event(5), event(0), event(7), event(99), event(100), event(101)], 0, 100, 10);
  expect(groups.map(({ at, events }) => [at, events.length])).toEqual([
    [0, 3],
    [99, 2],
  ]);
});

property.prop([fc.array(fc.integer({ min: -50, max: 150 })), fc.integer({ min: 1, max: 20 })])(
  "each event that is inside is in one group, and there are no more groups than asked for",
  (times, most) => {
    const groups = eventGroups(
      times.map((at, i) => event(at, i)),
      0,
      100,
      most,
    );
    expect(groups.length).toBeLessThanOrEqual(most);
    const ids = groups.flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(times.filter((at) => at >= 0 && at <= 100).length);
    expect(groups.map(({ at }) => at)).toEqual(groups.map(({ at }) => at).toSorted((a, b) => a - b));
  },
);
