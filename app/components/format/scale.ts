/** How numbers of one unit are written: divided by `divisor`, followed by `unit`, with fixed decimals where set. */
export interface Scale {
  readonly divisor: number;
  readonly unit: string;
  readonly decimals?: number;
}

interface Step extends Scale {
  /** The smallest magnitude, in the stored unit, that is written at this step. */
  readonly from: number;
}

const KIB = 1024;
const bytes = (per: string): Step[] => [
  { from: KIB ** 4, divisor: KIB ** 4, unit: `TiB${per}` },
  { from: KIB ** 3, divisor: KIB ** 3, unit: `GiB${per}` },
  { from: KIB ** 2, divisor: KIB ** 2, unit: `MiB${per}` },
  { from: KIB, divisor: KIB, unit: `KiB${per}` },
  { from: 0, divisor: 1, unit: `B${per}`, decimals: 0 },
];
/** `second`: how much of the stored unit makes one second. Nothing is "0 s", not "0 µs". */
const durations = (second: number): Step[] => [
  { from: 172_800 * second, divisor: 86_400 * second, unit: "d" },
  { from: 7_200 * second, divisor: 3_600 * second, unit: "h" },
  { from: 120 * second, divisor: 60 * second, unit: "min" },
  { from: second, divisor: second, unit: "s" },
  { from: second / 1e3, divisor: second / 1e3, unit: "ms" },
  { from: Number.MIN_VALUE, divisor: second / 1e6, unit: "µs" },
  { from: 0, divisor: second, unit: "s" },
];
const hertz: Step[] = [
  { from: 1e9, divisor: 1e9, unit: "GHz" },
  { from: 1e6, divisor: 1e6, unit: "MHz" },
  { from: 1e3, divisor: 1e3, unit: "kHz" },
  { from: 0, divisor: 1, unit: "Hz" },
];
/** Not Intl's compact notation: its letters differ between the server's ICU and the browser's. */
const plain: Step[] = [
  { from: 1e12, divisor: 1e12, unit: "T" },
  { from: 1e9, divisor: 1e9, unit: "G" },
  { from: 1e6, divisor: 1e6, unit: "M" },
  { from: 0, divisor: 1, unit: "" },
];
const one = (scale: Scale): Step[] => [{ from: 0, ...scale }];
const percent = one({ divisor: 1, unit: "%", decimals: 1 });

const known: Readonly<Record<string, Step[]>> = {
  "": plain,
  bytes: bytes(""),
  B: bytes(""),
  "bytes/s": bytes("/s"),
  "B/s": bytes("/s"),
  bytes_per_second: bytes("/s"),
  percent,
  "%": percent,
  ratio: one({ divisor: 0.01, unit: "%", decimals: 1 }),
  seconds: durations(1),
  s: durations(1),
  milliseconds: durations(1e3),
  ms: durations(1e3),
  hertz,
  Hz: hertz,
  celsius: one({ divisor: 1, unit: "°C", decimals: 1 }),
  "/s": one({ divisor: 1, unit: "per s" }),
  per_second: one({ divisor: 1, unit: "per s" }),
};

/** The scale in which a magnitude of a unit reads best. Unknown units are written as they are. `decimals` are the reader's. */
export function scaleOf(unit: string | undefined, magnitude: number, decimals?: number): Scale {
  const name = unit ?? "";
  const steps = Object.hasOwn(known, name) ? known[name] : undefined;
  const size = Math.abs(magnitude);
  const found = steps?.find((step) => size >= step.from) ?? steps?.at(-1) ?? { divisor: 1, unit: name };
  return decimals === undefined ? found : { ...found, decimals };
}
