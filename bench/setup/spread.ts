/** The value below which this share of the sorted samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** `3.1 (2.8–4.9)`: the median, the quartiles around it. */
export function spread(samples: readonly number[], digits = 1): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(samples, share).toFixed(digits));
  return `${middle} (${low}–${high})`;
}

/**
 * How many times as much, the medians compared: `2.4 (2.1–2.9)`, in brackets the least and the most of the rounds. The
 * two were measured turn by turn, so that what else the machine did fell on both.
 */
export function ratio(of: readonly (readonly number[])[], to: readonly (readonly number[])[]): string {
  const whole = median(of.flat()) / median(to.flat());
  const rounds = of.map((round, i) => median(round) / median(to[i] ?? []));
  return `${whole.toFixed(2)} (${Math.min(...rounds).toFixed(2)}–${Math.max(...rounds).toFixed(2)})`;
}
