import { expect, test } from "vitest";
import type { Point } from "../../../../core/protocol/parts";
import { PlotCanvas } from "./plot-canvas";
import { plotFrame } from "./plot-frame";

const frame = plotFrame(
  1_000,
  5_000,
  { min: -10, max: 10, ticks: [-10, 0, 10], divisor: 1 },
  { unit: undefined },
  "en-US",
);
const { top, right, bottom, left } = frame.margin;
const canvas = new PlotCanvas(frame, { width: 100 + left + right, height: 40 + top + bottom });
const points: Point[] = [
  [1_000, 10],
  [2_000, 6],
  [3_000, null],
  [5_000, -10],
];

test("a point lies where its time and its value belong, and a gap stays one", () => {
  expect(canvas.line(points)).toEqual([
    { x: 0, y: 0 },
    { x: 25, y: 8 },
    { x: 50, y: null },
    { x: 100, y: 40 },
  ]);
});

test("where no size is known, a square is drawn in", () => {
  expect(new PlotCanvas(frame, null).line(points.slice(0, 2))).toEqual([
    { x: 0, y: 0 },
    { x: 250, y: 200 },
  ]);
});

test("an area stands on zero, or on the end of the axis that is next to it", () => {
  expect(canvas.ground).toBe(20);
  const high = plotFrame(0, 1, { min: 5, max: 10, ticks: [5, 10], divisor: 1 }, { unit: undefined }, "en-US");
  expect(new PlotCanvas(high, null).ground).toBe(1_000);
});

test("a band has a top and a base", () => {
  expect(canvas.band([[1_000, 0, 10]])).toEqual({ top: [{ x: 0, y: 0 }], base: [{ x: 0, y: 20 }] });
});

test("of more points than can be seen those are drawn that can: each column's ends, lowest and highest, and each gap", () => {
  const spike = 5_003;
  const many = Array.from({ length: 10_000 }, (_, i): Point => {
    const value = i === spike ? 9 : i % 2;
    return [1_000 + (i / 9_999) * 4_000, i === 2_000 ? null : value];
  });
  const drawn = canvas.line(many);
  expect(drawn.length).toBeLessThan(420);
  expect(drawn.length).toBeGreaterThan(300);
  expect(drawn.filter(({ y }) => y === null)).toHaveLength(1);
  expect(drawn.some(({ y }) => y === 2)).toBe(true);
  expect([drawn[0], drawn.at(-1)]).toEqual([
    { x: 0, y: 20 },
    { x: 100, y: 18 },
  ]);
  expect(drawn.every((pixel, i) => i === 0 || pixel.x >= (drawn[i - 1]?.x ?? 0))).toBe(true);
});
