import { expect, test } from "vitest";
import { leftOut } from "./left-out";

const keys = ["a", "b", "c"];
const press = (left: readonly string[], pressed: string, alone = false) => [
  ...leftOut(new Set(left), keys, pressed, alone),
];

test("[PK13] a press on a line's name leaves it out, and the next one brings it back", () => {
  expect(press([], "a")).toEqual(["a"]);
  expect(press(["a"], "b")).toEqual(["a", "b"]);
  expect(press(["a", "b"], "a")).toEqual(["b"]);
});

test("[PK13] with Alt or Shift it alone is left, and the next one brings all back", () => {
  expect(press([], "b", true)).toEqual(["a", "c"]);
  expect(press(["b"], "b", true)).toEqual(["a", "c"]);
  expect(press(["a", "c"], "b", true)).toEqual([]);
});

test("[PK13] the last line is never left out", () => {
  expect(press(["a", "c"], "b")).toEqual([]);
});
