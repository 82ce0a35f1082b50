import { expect, test } from "vitest";
import type { Point } from "../../../../core/protocol/parts";
import { lastGoodSpot } from "./last-good-spot";
import { plotFrame } from "./plot-frame";

/** A pixel is a second wide and one high. */
const frame = plotFrame(0, 400_000, { min: 0, max: 100, ticks: [0, 100], divisor: 1 }, { unit: undefined }, "en-GB");
const size = { width: 400, height: 100 };
const spotOf = (line: readonly Point[], at: number, isFilled = false) =>
  lastGoodSpot(frame, size, [line], at, isFilled);

test("[PK21] the words about where knowledge stops stand beside it where no line runs, or not at all", () => {
  const [rightTop, leftTop, leftLow] = [
    { isRight: true, isLow: false },
    { isRight: false, isLow: false },
    { isRight: false, isLow: true },
  ];
  const up: Point[] = [
    [0, 99],
    [200_000, 99],
    [300_000, 99],
  ];
  expect(spotOf(up, 300_000), "nothing is known on the right").toEqual(rightTop);
  const late = (values: number[]): Point[] => values.map((value, i) => [i * 190_000, value]);
  expect(spotOf(late([50, 50, 50]), 380_000), "no room on the right").toEqual(leftTop);
  expect(spotOf(late([50, 99, 99]), 380_000)).toEqual(leftLow);
  expect(spotOf(late([50, 50, 99]), 380_000), "it only ends high").toEqual(leftLow);
  expect(spotOf(late([50, 99, 99]), 380_000, true), "what is below is filled").toBeNull();
  expect(spotOf(late([1, 99, 1]), 380_000), "it crosses all of it").toBeNull();
  const other: Point[] = [
    [0, 99],
    [400_000, 99],
  ];
  expect(lastGoodSpot(frame, size, [up, other], 300_000, false), "another line goes on").toEqual({
    isRight: true,
    isLow: true,
  });
});
