/**
 * Endings of metric names, longest first, with the unit a panel shows. By the naming rules of Prometheus a name ends
 * with its base unit, before `_total`, `_sum` and the like.
 */
const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  // A second each second: how many of them at once.
  ["seconds_per_second", "ratio"],
  ["joules_per_second", "W"],
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
  if (isCountOrMoment(name)) return undefined;
  const base = name.replace(/_(total|sum|max|min|avg|mean)$/, "");
  const ending = UNITS.find(([end]) => base === end || base.endsWith(`_${end}`));
  return ending ? ending[1] : HINTS.find(([words]) => words.test(help))?.[1];
}

/**
 * `request_duration_seconds_count` counts requests, and `process_start_time_seconds` is a moment since 1970: the name
 * ends with a unit that the number does not have.
 */
function isCountOrMoment(name: string): boolean {
  return /_(count|created)$|(^|_)(timestamp|(start|boot|creation)_time)_seconds$/.test(name);
}
