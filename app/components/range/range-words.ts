import { spanOf, type TimeRange } from "../../../core/range/time-range";
import { clock, clockSeconds, day } from "../format/clock";

const MINUTE = 60_000;
const units = [
  { name: "day", length: 86_400_000, from: 2 * 86_400_000 },
  { name: "hour", length: 3_600_000, from: 0 },
  { name: "minute", length: MINUTE, from: 0 },
  { name: "second", length: 1_000, from: 0 },
] as const;

/** A range in words: "Last 6 hours", "21 Nov, 13:00 – 14:00", "19 Nov, 13:00 – 21 Nov, 09:00". */
export function rangeWords(range: TimeRange, timeZone: string): string {
  if (range.kind === "live") return `Last ${spanWords(range.span)}`;
  const time = spanOf(range) < 10 * MINUTE ? clockSeconds : clock;
  const [first, last] = [day(range.from, timeZone), day(range.to, timeZone)];
  const end = time(range.to, timeZone);
  return `${first}, ${time(range.from, timeZone)} – ${first === last ? end : `${last}, ${end}`}`;
}

/** A length in the largest unit that divides it: "1 hour", "90 minutes", "24 hours", "7 days". */
export function spanWords(span: number): string {
  const { name, length } = units.find((unit) => span % unit.length === 0 && span >= unit.from) ?? units[3];
  const count = Math.round(span / length);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
