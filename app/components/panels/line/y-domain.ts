/** A vertical axis: its ends and the values that get a line and a label, in the values' own unit. */
export interface YDomain {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** The unit's divisor the steps are round in: 20 MiB is round, 20,000,000 bytes are not. */
  readonly divisor: number;
}

interface Wanted {
  /** The lowest and highest value that must fit. */
  readonly low: number;
  readonly high: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly divisor: number;
}

const INTERVALS = 4;
/** An axis that is held back is given up when the values use less of it than this. */
const ENOUGH_USED = 0.4;

/** A domain with round ends and three to five ticks; from zero unless values are below it or `min` says otherwise. */
export function niceDomain({ low, high, min, max, divisor }: Wanted): YDomain {
  const bottom = min ?? Math.min(0, low);
  const top = Math.max(max ?? high, bottom);
  const step = roundStep((top - bottom || Math.abs(top) || divisor) / divisor / INTERVALS) * divisor;
  const first = min ?? Math.floor(bottom / step) * step;
  const count = Math.max(1, Math.ceil((top - first) / step - 1e-9));
  const last = max ?? first + count * step;
  const ticks = Array.from({ length: count + 1 }, (_, i) => tidy(first + i * step)).filter((tick) => tick <= last);
  return { min: first, max: tidy(last), ticks, divisor };
}

/** The domain to draw with now: the one before as long as the values fit and fill it, so that the axis stands still. */
export function steadyDomain(before: YDomain | null, wanted: Wanted): YDomain {
  const next = niceDomain(wanted);
  if (!before || before.divisor !== next.divisor) return next;
  const fits = wanted.low >= before.min && Math.max(wanted.high, wanted.max ?? wanted.high) <= before.max;
  const filled = next.max - next.min >= ENOUGH_USED * (before.max - before.min);
  return fits && filled && (wanted.min ?? before.min) === before.min ? before : next;
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const times = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * (1 - 1e-9)) ?? 10;
  return times * power;
}

/** Takes the dust of binary fractions off a tick: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
