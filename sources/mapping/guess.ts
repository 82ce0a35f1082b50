import type { OwnJson } from "../json-copy";

/** Ends of names, in words joined by `_`, with the unit that a panel shows. The longest that fits counts. */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ["bytes_per_second", "bytes/s"],
  ["bytes_per_sec", "bytes/s"],
  ["bits_per_second", "bits/s"],
  ["requests_per_second", "requests/s"],
  ["per_second", "/s"],
  ["milliseconds", "ms"],
  ["millis", "ms"],
  ["ms", "ms"],
  ["microseconds", "µs"],
  ["nanoseconds", "ns"],
  ["seconds", "s"],
  ["secs", "s"],
  ["sec", "s"],
  ["minutes", "min"],
  ["hours", "h"],
  ["bytes", "bytes"],
  ["kb", "kB"],
  ["mb", "MB"],
  ["gb", "GB"],
  ["percentage", "%"],
  ["percent", "%"],
  ["pct", "%"],
  ["ratio", "ratio"],
  ["celsius", "°C"],
  ["fahrenheit", "°F"],
  ["hz", "Hz"],
  ["hertz", "Hz"],
  ["volts", "V"],
  ["watts", "W"],
  ["kwh", "kWh"],
  ["km", "km"],
  ["kmh", "km/h"],
  ["kph", "km/h"],
  ["meters", "m"],
  ["metres", "m"],
  ["hpa", "hPa"],
  ["eur", "EUR"],
  ["usd", "USD"],
  ["gbp", "GBP"],
  ["nok", "NOK"],
];

const PERCENTAGE = /^\s*([+-]?\d+(?:\.\d+)?)\s*%\s*$/;
const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** 2001 to 2100, in seconds and in milliseconds. */
const MOMENTS = [
  [978_307_200, 4_102_444_800],
  [978_307_200_000, 4_102_444_800_000],
] as const;

/** What a value most likely is, by what it is called and what it looks like. `unit` of a date: `date`. */
export interface Guess {
  readonly kind: "value" | "series";
  readonly value: OwnJson;
  readonly unit: string | undefined;
}

export function guess(name: string, value: OwnJson): Guess {
  if (typeof value === "string") {
    const percentage = PERCENTAGE.exec(value)?.[1];
    if (percentage !== undefined) return { kind: "series", value: Number(percentage), unit: "%" };
    return { kind: "value", value, unit: isDate(value) ? "date" : undefined };
  }
  if (typeof value !== "number") return { kind: "value", value, unit: undefined };
  const words = wordsOf(name);
  if (isId(words) || isMoment(words, value)) return { kind: "value", value, unit: undefined };
  return { kind: "series", value, unit: unitOf(words) };
}

/** The unit that a name ends with: `latencyMs`, `size_bytes`, `used-percent`. */
export function guessUnit(name: string): string | undefined {
  return unitOf(wordsOf(name));
}

/** A name in lower-case words joined by `_`, whatever parts it: `usedBytes`, `used.bytes` and `used-bytes` alike. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

function unitOf(words: string): string | undefined {
  const base = words.replace(/_(total|sum|max|min|avg|mean)$/, "");
  const fits = UNITS.filter(([ending]) => base === ending || base.endsWith(`_${ending}`));
  return fits.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text.replace(" ", "T")));
}

function isId(words: string): boolean {
  return /(^|_)(id|uid|uuid)$/.test(words);
}

/** A number that a name calls a time, and that is one since 1970: a line of it would only ever rise. */
function isMoment(words: string, value: number): boolean {
  if (!/(^|_)(at|on|time|date|timestamp|ts|epoch|created|updated|modified)(_(ms|seconds|s))?$/.test(words))
    return false;
  return MOMENTS.some(([from, to]) => value >= from && value < to);
}
