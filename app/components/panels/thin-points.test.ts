import { expect, test } from "vitest";
import type { Point } from "../../../core/protocol/parts";
import { thinPoints } from "./thin-points";

const many: Point[] = Array.from({ length: 400 }, (_, i) => [i * 1_000, i === 200 ? 99 : i === 300 ? null : 1]);

test("few points stay as they are", () => {
  expect(thinPoints(many.slice(0, 80), 80)).toEqual(many.slice(0, 80));
});

test("many become few: ends, spikes and gaps stay, times rise", () => {
  const thin = thinPoints(many, 80);
  expect(thin).toHaveLength(80);
  expect(thin[0]).toEqual(many[0]);
  expect(thin.at(-1)).toEqual(many.at(-1));
  expect(thin).toContainEqual([200_000, 99]);
  expect(thin).toContainEqual([300_000, null]);
  expect(thin.every(([at], i) => i === 0 || at > (thin[i - 1]?.[0] ?? 0))).toBe(true);
});
