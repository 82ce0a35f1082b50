import { expect, test } from "vitest";
import { sparkPath } from "./spark-path";

test("a spark goes from its lowest to its highest value, with its end marked", () => {
  const spark = sparkPath(
    [
      [0, 1],
      [50, 3],
      [100, 2],
    ],
    0,
    100,
    80,
    24,
  );
  expect(spark).toEqual({ path: "M2 22L40 2L78 12", end: { x: 78, y: 12 } });
});

test("a constant series is a line through the middle", () => {
  expect(
    sparkPath(
      [
        [0, 7],
        [100, 7],
      ],
      0,
      100,
      80,
      24,
    ).path,
  ).toBe("M2 12L78 12");
});

test("it breaks where nothing is known and leaves out what is before the window", () => {
  expect(
    sparkPath(
      [
        [-50, 9],
        [0, 1],
        [40, null],
        [100, 2],
      ],
      0,
      100,
      80,
      24,
    ).path,
  ).toBe("M2 22M78 2");
});

test("nothing known draws nothing", () => {
  expect(sparkPath([[0, null]], 0, 100, 80, 24)).toEqual({ path: "", end: null });
});
