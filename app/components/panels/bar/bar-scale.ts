import type { BarPanel } from "../../../../core/boards/document";
import { limitOf } from "../../../../core/boards/threshold";

/** The two ends of a row of bars, in the values' own unit. */
export interface BarScale {
  readonly min: number;
  readonly max: number;
}

type Limits = Pick<BarPanel, "min" | "max" | "thresholds">;

/** Zero, all values and all thresholds, or the panel's own ends. */
export function barScale(values: readonly number[], { min, max, thresholds = [] }: Limits): BarScale {
  const numbers = [...values, ...thresholds.map(limitOf)];
  const low = min ?? Math.min(0, ...numbers);
  const high = max ?? Math.max(0, ...numbers);
  return { min: low, max: high > low ? high : low + 1 };
}

/** Where a value stands between the ends, in hundredths, cut off at them. */
export function shareAt({ min, max }: BarScale, value: number): number {
  const share = (value - min) / (max - min);
  return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
}

/** Whether a value lies between the ends. */
export function isOn({ min, max }: BarScale, value: number): boolean {
  return value >= min && value <= max;
}
