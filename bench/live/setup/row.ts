import { median } from "../../setup/spread";

/** A line of the table. */
export interface Row {
  readonly workload: string;
  readonly product: string;
  readonly other: string;
  /** `0.92 (0.88–1.01)`: the medians compared, the least and the most of single rounds in brackets. */
  readonly ratio: string;
  readonly target: string;
  readonly isMet: boolean | null;
}

/** Round by round against the other side, which went in turns with it. The target is the most that the ratio may be. */
export function compared(
  ours: readonly number[],
  theirs: readonly number[],
  unit: string,
  target: number,
  digits = 1,
): Omit<Row, "workload"> {
  const whole = median(ours) / median(theirs);
  const rounds = ours.map((one, i) => one / (theirs[i] ?? Number.NaN));
  return {
    product: `${median(ours).toFixed(digits)} ${unit}`,
    other: `${median(theirs).toFixed(digits)} ${unit}`,
    ratio: `${whole.toFixed(2)} (${Math.min(...rounds).toFixed(2)}–${Math.max(...rounds).toFixed(2)})`,
    target: `≤ ${target}`,
    isMet: whole <= target,
  };
}
