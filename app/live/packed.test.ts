import fc from "fast-check";
import { expect, test } from "vitest";
import type { Point } from "../../core/protocol/parts";
import { packed, unpacked } from "./packed";

test("[C13] points are the same after they came with a page, and weigh less", () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 2 ** 45 }), fc.option(fc.integer().map((value) => value / 8)));
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const came: unknown = JSON.parse(JSON.stringify(packed(points)));
      expect(unpacked(came)).toEqual(points);
    }),
  );
  const seconds = Array.from({ length: 300 }, (_, i): Point => [1_763_000_000_000 + i * 1_000, i % 7]);
  expect(JSON.stringify(packed(seconds)).length).toBeLessThan(JSON.stringify(seconds).length / 2);
});

test("[C13] what are no points is left alone", () => {
  for (const other of [null, 7, [], ["a.x"], { value: [[1, 2]] }]) {
    expect(packed(other)).toBe(other);
    expect(unpacked(other)).toBe(other);
  }
});
