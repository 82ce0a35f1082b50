import { expect, test } from "vitest";
import type { Json } from "../../../core/json";
import { change, measure, measureLimit, written } from "./measure";
import { scaleOf } from "./scale";

const KIB = 1024;

test.each<[Json, string | undefined, string]>([
  [34.2, "percent", "34.2 %"],
  [100, "%", "100.0 %"],
  [0.342, "ratio", "34.2 %"],
  [0, "bytes", "0 B"],
  [1023, "bytes", "1,023 B"],
  [11.8 * KIB ** 3, "bytes", "11.8 GiB"],
  [2 * KIB ** 4, "B", "2.00 TiB"],
  [38.2 * KIB ** 2, "bytes/s", "38.2 MiB/s"],
  [0.2141, "seconds", "214 ms"],
  [0.0000042, "s", "4.20 µs"],
  [0, "s", "0.00 s"],
  [71, "ms", "71.0 ms"],
  [300, "seconds", "5.00 min"],
  [1_234_567, "seconds", "14.3 d"],
  [2_400_000_000, "Hz", "2.40 GHz"],
  [842, "/s", "842 per s"],
  [1284, undefined, "1,284"],
  [5.4123, undefined, "5.41"],
  [0.00123, undefined, "0.00123"],
  [0.0000123, undefined, "0.000012"],
  [0.00000123, undefined, "1.23E−6"],
  [-3.44, undefined, "−3.44"],
  [-0.0001, "percent", "0.0 %"],
  [1_284_000, undefined, "1.28 M"],
  [-1e15, undefined, "−1.00E15"],
  [1e21, undefined, "1.00E21"],
  [5, "orders", "5.00 orders"],
  [null, "percent", "-"],
  ["", undefined, "-"],
  ["2.14.0", undefined, "2.14.0"],
  [true, undefined, "yes"],
  [[1, 2], undefined, "[1,2]"],
  [7, "constructor", "7.00 constructor"],
])("%j %s reads %s", (value, unit, text) => {
  expect(written(measure(value, unit, "en-GB"))).toBe(text);
});

test.each<[number, string, string]>([
  [32 * KIB ** 3, "bytes", "32 GiB"],
  [31.2 * KIB ** 3, "bytes", "31.2 GiB"],
  [200, "ms", "200 ms"],
  [80, "percent", "80 %"],
])("a limit of %d %s reads %s", (value, unit, text) => {
  expect(written(measureLimit(value, scaleOf(unit, value), "en-GB"))).toBe(text);
});

test("groups and points follow the locale", () => {
  expect(measure(1234.5, undefined, "de-DE").text).toBe("1.235");
  expect(measure(34.25, "percent", "de-DE").text).toBe("34,3");
});

test.each<[number, number, string | undefined, string | null]>([
  [32.1, 34.2, "percent", "+2.1 pp"],
  [36, 34.2, "percent", "−1.8 pp"],
  [34.2, 34.21, "percent", null],
  [11.5 * KIB ** 3, 11.8 * KIB ** 3, "bytes", "+0.3 GiB"],
  [1100, 1284, undefined, "+184"],
  [1284, 1284, undefined, null],
])("from %d to %d %s changes by %s", (from, to, unit, text) => {
  const moved = change(from, to, unit, "en-GB");
  expect(moved && written(moved)).toBe(text);
});
