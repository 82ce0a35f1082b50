import { expect, test } from "vitest";
import { plotFrame } from "./plot-frame";
import { niceDomain } from "./y-domain";

const labels = (high: number, unit?: string) =>
  plotFrame(0, 1, niceDomain({ low: 0, high, divisor: 1 }), { unit }, "en-GB").labels;

test("an axis is written as finely as its steps are, and with powers of ten where they are huge or tiny", () => {
  expect(labels(2)).toEqual(["0.0", "0.5", "1.0", "1.5", "2.0"]);
  expect(labels(400, "W")).toEqual(["0", "100", "200", "300", "400"]);
  expect(labels(1e-9)).toEqual(["0", "2.50E−10", "5.00E−10", "7.50E−10", "1.00E−9"]);
  expect(labels(1e21)).toEqual(["0", "2.50E20", "5.00E20", "7.50E20", "1.00E21"]);
  expect(labels(1e15)).toEqual(["0", "2.50E14", "5.00E14", "7.50E14", "1.00E15"]);
});
