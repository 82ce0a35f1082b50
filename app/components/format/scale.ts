import { currencyDecimals, isCurrency } from "./currency";

/** How numbers of one unit are written: divided by `divisor`, followed by `unit`, with fixed decimals where set. */
export interface Scale {
  readonly divisor: number;
  readonly unit: string;
  readonly decimals?: number;
  /** An ISO 4217 code: the sign is written with the number, where the reader's language has it. */
  readonly currency?: string;
}

interface Step extends Scale {
  /** The smallest magnitude, in the stored unit, that is written at this step. */
  readonly from: number;
}

/** Prefixes over a unit, each `base` times the one before it; under the first one whole numbers, where there is no half. */
function prefixed(base: number, prefixes: readonly string[], unit: string, whole = false): Step[] {
  return prefixes
    .map((prefix, i): Step => {
      const size = base ** i;
      return {
        from: i === 0 ? 0 : size,
        divisor: size,
        unit: `${prefix}${unit}`,
        ...(i === 0 && whole && { decimals: 0 }),
      };
    })
    .reverse();
}
const IEC = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const SI = ["", "k", "M", "G", "T", "P", "E"];
const bytes = (per: string) => prefixed(1024, IEC, `B${per}`, true);
const siBytes = (per: string) => prefixed(1000, SI, `B${per}`, true);
const bits = (per: string) => prefixed(1000, SI, `bit${per}`, true);
const si = (unit: string) => prefixed(1000, SI, unit);

/** `second`: how much of the stored unit makes one second. Nothing is "0 s", not "0 ns". */
const durations = (second: number): Step[] => [
  { from: 172_800 * second, divisor: 86_400 * second, unit: "d" },
  { from: 7_200 * second, divisor: 3_600 * second, unit: "h" },
  { from: 120 * second, divisor: 60 * second, unit: "min" },
  { from: second, divisor: second, unit: "s" },
  { from: second / 1e3, divisor: second / 1e3, unit: "ms" },
  { from: second / 1e6, divisor: second / 1e6, unit: "µs" },
  { from: Number.MIN_VALUE, divisor: second / 1e9, unit: "ns" },
  { from: 0, divisor: second, unit: "s" },
];
/** Not Intl's compact notation: its letters differ between the server's ICU and the browser's. */
const plain: Step[] = [
  // Written with a power of ten.
  { from: 1e15, divisor: 1, unit: "" },
  { from: 1e12, divisor: 1e12, unit: "T" },
  { from: 1e9, divisor: 1e9, unit: "G" },
  { from: 1e6, divisor: 1e6, unit: "M" },
  { from: 0, divisor: 1, unit: "" },
];
const one = (unit: string, divisor = 1, decimals?: number): Step[] => [
  { from: 0, divisor, unit, ...(decimals !== undefined && { decimals }) },
];

/** Each scale under all the names that its unit goes by. docs/panels.md has the table. */
const scales: readonly (readonly [names: string, steps: readonly Step[]])[] = [
  ["", plain],
  ["bytes B", bytes("")],
  ["bytes/s B/s bytes_per_second", bytes("/s")],
  ["bytes_si", siBytes("")],
  ["bytes_si/s", siBytes("/s")],
  ["bits bit", bits("")],
  ["bits/s bit/s bps bits_per_second", bits("/s")],
  ["percent %", one("%", 1, 1)],
  ["ratio", one("%", 0.01, 1)],
  ["nanoseconds ns", durations(1e9)],
  ["microseconds us µs", durations(1e6)],
  ["milliseconds ms", durations(1e3)],
  ["seconds s", durations(1)],
  ["minutes min", durations(1 / 60)],
  ["hours h", durations(1 / 3_600)],
  ["days d", durations(1 / 86_400)],
  ["hertz Hz", si("Hz")],
  ["watts W", si("W")],
  ["Wh", si("Wh")],
  ["joules J", si("J")],
  ["volts V", si("V")],
  ["amperes A", si("A")],
  ["celsius °C", one("°C", 1, 1)],
  ["fahrenheit °F", one("°F", 1, 1)],
  ["kelvin K", one("K", 1, 1)],
  ["/s per_second", one("per s")],
  ["/min", one("per min")],
  ["/h", one("per h")],
];
const known: ReadonlyMap<string, readonly Step[]> = new Map(
  scales.flatMap(([names, steps]) => names.split(" ").map((name) => [name, steps] as const)),
);

/** The scale in which a magnitude of a unit reads best. Unknown units are written as they are. `decimals` are the panel's. */
export function scaleOf(unit: string | undefined, magnitude: number, decimals?: number): Scale {
  const found = scaleIn(unit ?? "", Math.abs(magnitude));
  return decimals === undefined ? found : { ...found, decimals };
}

function scaleIn(unit: string, size: number): Scale {
  const steps = known.get(unit);
  if (steps) return steps.find((step) => size >= step.from) ?? steps.at(-1) ?? { divisor: 1, unit };
  if (!isCurrency(unit)) return { divisor: 1, unit };
  const scale = { divisor: 1, unit: "", currency: unit };
  // Money is in its own figures, except where they would show a little as nothing.
  return size > 0 && size < 0.1 ? scale : { ...scale, decimals: currencyDecimals(unit) };
}
