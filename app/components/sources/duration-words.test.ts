import { expect, test } from "vitest";
import { agoWords, everyWords } from "./duration-words";

test.each([
  [1_000, "1 s"],
  [90_000, "1 min 30 s"],
  [600_000, "10 min"],
  [3_600_000, "1 h"],
  [86_400_000, "1 d"],
  [250, "250 ms"],
])("an interval of %i ms is %s", (interval, words) => {
  expect(everyWords(interval)).toBe(words);
});

test.each([
  [-400, "now"],
  [999, "now"],
  [8_900, "8 s ago"],
  [130_000, "2 min 10 s ago"],
  [120_000, "2 min ago"],
  [599_999, "9 min 59 s ago"],
  [600_000, "10 min ago"],
  [38.9 * 60_000, "38 min ago"],
  [5 * 3_600_000 + 12 * 60_000, "5 h 12 min ago"],
  [76 * 3_600_000, "3 d ago"],
])("an age of %i ms is %s", (age, words) => {
  expect(agoWords(age)).toBe(words);
});
