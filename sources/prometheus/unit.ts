/**
 * Endings of metric names, longest first, with the unit a panel shows. By the naming rules of Prometheus a name ends
 * with its base unit, before `_total`, `_sum` and the like.
 */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ["bytes_per_second", "bytes/s"],
  ["bits_per_second", "bits/s"],
  ["requests_per_second", "requests/s"],
  ["per_second", "/s"],
  ["milliseconds", "ms"],
  ["microseconds", "µs"],
  ["nanoseconds", "ns"],
  ["seconds", "s"],
  ["bytes", "bytes"],
  ["percent", "%"],
  ["ratio", "ratio"],
  ["celsius", "°C"],
  ["volts", "V"],
  ["amperes", "A"],
  ["watts", "W"],
  ["joules", "J"],
  ["hertz", "Hz"],
  ["meters", "m"],
  ["grams", "g"],
];

/** What people write in a HELP text when the name tells nothing. */
const HINTS: readonly (readonly [words: RegExp, unit: string])[] = [
  [/\bin bytes( per second)\b/i, "bytes/s"],
  [/\bin bytes\b/i, "bytes"],
  [/\bin milliseconds\b/i, "ms"],
  [/\b(in|of) seconds\b/i, "s"],
  [/\b(in|as a?) ?percent(age)?\b|\(%\)|\b0 ?(-|to) ?100\b/i, "%"],
  [/\b(in|degrees) celsius\b/i, "°C"],
];

/** The unit of a metric, guessed from its name and, failing that, its HELP text. Undefined for counts and the unknown. */
export function guessUnit(name: string, help: string): string | undefined {
  // A count of observations is in none of the unit's terms: http_request_duration_seconds_count.
  if (name.endsWith("_count")) return undefined;
  const base = name.replace(/_(total|sum|max|min|avg|mean|created)$/, "");
  const ending = UNITS.find(([end]) => base === end || base.endsWith(`_${end}`));
  return ending ? ending[1] : HINTS.find(([words]) => words.test(help))?.[1];
}
