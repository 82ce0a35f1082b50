const WINDOW = 250;

/** How moments (milliseconds) lie: in words, and the greatest share of them within a quarter of a second. */
export function spreadOf(moments: readonly number[]): { readonly words: string; readonly busiest: number } {
  const sorted = moments.toSorted((a, b) => a - b);
  const at = (share: number) => ((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) / 1_000).toFixed(1);
  const within = sorted.map((from, i) => sorted.findLastIndex((moment) => moment <= from + WINDOW) - i + 1);
  const busiest = Math.max(...within) / sorted.length;
  const quantiles = `first ${at(0)} s, a tenth ${at(0.1)} s, half ${at(0.5)} s, nine tenths ${at(0.9)} s, last ${at(1)} s`;
  return { words: `${quantiles}; ${(busiest * 100).toFixed(0)} % within ${WINDOW} ms`, busiest };
}
