import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { measure, written } from "./measure";
import { scaleOf } from "./scale";

const units = [
  ..."bytes bytes/s bytes_si bits bits/s percent ratio ns µs ms s min h d Hz W Wh J V A °C °F K /s /min /h".split(" "),
  ..."EUR USD JPY boxes".split(" "),
  undefined,
];
const unit = fc.constantFrom(...units);
const locale = fc.constantFrom("en-GB", "de-DE", "fr-FR", "nb-NO", "hi-IN", "ja-JP");
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });

test.each<[number, string, string, string]>([
  [1234.5, "EUR", "en-GB", "€1,234.50"],
  [1234.5, "EUR", "de-DE", "1.234,50 €"],
  [-3, "USD", "en-GB", "−$3.00"],
  [1_284_000, "JPY", "en-GB", "¥1,284,000"],
  [0.0049, "EUR", "en-GB", "€0.00490"],
  [1_500_000, "bytes_si", "en-GB", "1.50 MB"],
  [1_500_000, "bit/s", "en-GB", "1.50 Mbit/s"],
  [4200, "W", "en-GB", "4.20 kW"],
  [90, "min", "en-GB", "90.0 min"],
  [0.5, "h", "en-GB", "30.0 min"],
  [0.0000000042, "s", "en-GB", "4.20 ns"],
  [21.54, "°C", "de-DE", "21,5 °C"],
  [12, "orders/s", "en-GB", "12.0 orders/s"],
  [1e300, "bytes", "en-GB", "8.67E281 EiB"],
  [1e21, "B", "en-GB", "867 EiB"],
  [1e-9, "V", "en-GB", "1.00E−9 V"],
])("%d %s in %s reads %s", (value, of, reader, text) => {
  // Languages put spaces of several kinds between a number and its sign.
  expect(written(measure(value, of, reader)).replaceAll(/\s/g, " ")).toBe(text);
});

test("a panel's own decimals go before the unit's", () => {
  expect(written(measure(1.08742, "EUR", "en-GB", 4))).toBe("€1.0874");
  expect(written(measure(34.256, "percent", "en-GB", 0))).toBe("34 %");
  expect(written(measure(1536, "bytes", "en-GB", 3))).toBe("1.500 KiB");
});

test("what programs write for no number is nothing", () => {
  for (const text of ["NaN", "nan", "Infinity", "-Infinity", "+Inf"])
    expect(measure(text, "s", "en-GB").text).toBe("-");
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(measure(value, "EUR", "en-GB").text).toBe("-");
  }
});

property.prop([number, unit, locale])("no number reads as NaN, Infinity or a zero below zero", (value, of, reader) => {
  const text = written(measure(value, of, reader));
  expect(text).not.toMatch(/NaN|Infinity|∞/);
  expect(text).not.toMatch(/^[-−]\D*0(?:[.,]0+)?(?!\S)/);
});

property.prop([number, number, unit])("the larger of two numbers never reads as the smaller", (a, b, of) => {
  const [low, high] = a <= b ? [a, b] : [b, a];
  expect(back(low, of)).toBeLessThanOrEqual(back(high, of));
});

/** The number that a text stands for, by the scale that wrote it. */
function back(value: number, of: string | undefined): number {
  const { divisor } = scaleOf(of, value);
  return (
    Number(
      measure(value, of, "en-GB")
        .text.replace("−", "-")
        .replace("E−", "E-")
        .replaceAll(/[,€$¥]/g, ""),
    ) * divisor
  );
}
