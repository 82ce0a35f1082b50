import { zoneOffset } from "../../format/wall-time";

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

/** Times between two others that are round on the clocks and calendars of a zone, at most `count` of them or one more. */
export function timeTicks(from: number, to: number, timeZone: string, count = 4): number[] {
  const step = stepFor(to - from, count);
  const offset = zoneOffset(from, timeZone);
  const ticks: number[] = [];
  for (let wall = Math.ceil((from + offset) / step) * step; wall - offset <= to + HOUR; wall += step) {
    // Clocks may have changed since `from`: a tick is where they say a round time.
    const at = wall - (step < HOUR ? offset : zoneOffset(wall - offset, timeZone));
    if (at >= from && at <= to) ticks.push(at);
  }
  return ticks;
}
