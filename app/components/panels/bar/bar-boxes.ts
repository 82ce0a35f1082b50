/** One bar: between two values, in its bucket at `slot` of `slots` side by side. */
export interface BarBox {
  readonly series: number;
  readonly bucket: number;
  readonly low: number;
  readonly high: number;
  readonly slot: number;
  readonly slots: number;
}

/**
 * Bars of several series, side by side from zero, or each on the one before it: what is above zero upwards, what is below
 * downwards. `means[series][bucket]`; null draws nothing.
 */
export function barBoxes(means: readonly (readonly (number | null)[])[], stacked: boolean): BarBox[] {
  const slots = stacked ? 1 : Math.max(1, means.length);
  const up: number[] = [];
  const down: number[] = [];
  return means.flatMap((one, series) =>
    one.flatMap((value, bucket): BarBox[] => {
      if (value === null) return [];
      const side = value < 0 ? down : up;
      const from = stacked ? (side[bucket] ?? 0) : 0;
      side[bucket] = from + value;
      const [low, high] = value < 0 ? [from + value, from] : [from, from + value];
      return [{ series, bucket, low, high, slot: stacked ? 0 : series, slots }];
    }),
  );
}
