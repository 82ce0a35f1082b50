const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((n) => n * HOUR),
];

/** The smallest round length of which at most `count` fit into a span; whole days beyond the longest. */
export function stepFor(span: number, count: number): number {
  return steps.find((one) => span / one <= count) ?? Math.ceil(span / count / (24 * HOUR)) * 24 * HOUR;
}

/** Round times between two others, at most `count` of them. */
export function timeTicks(from: number, to: number, count = 4): number[] {
  const step = stepFor(to - from, count);
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}
