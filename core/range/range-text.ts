import { isoTime } from "../schema/iso-time";
import { liveRange, rangeBetween, type TimeRange } from "./time-range";

/** The two ends of a range as they stand in an address: `?from=now-6h&to=now`. */
export interface RangeText {
  readonly from: string;
  readonly to: string;
}

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;
type Unit = keyof typeof units;

const MILLISECONDS = /^\d{1,15}$/;

/**
 * The range that an address names; null where it names none, or none that can be shown. `from` and `to` are `now`,
 * `now-6h`, milliseconds since 1970 or ISO 8601; `from` may be a length alone (`6h`), and `to` is now where it is not there.
 */
export function parseRange(from: string | null, to: string | null, now: number): TimeRange | null {
  if (from === null) return null;
  const [first, last] = [timeOf(from, now), to === null ? now : timeOf(to, now)];
  if (first === null || last === null || first >= last || first >= now || last < 0) return null;
  return rangeBetween(first, last, now);
}

export function rangeText(range: TimeRange): RangeText {
  if (range.kind === "live") return { from: `now-${spanText(range.span)}`, to: "now" };
  return { from: isoText(range.from), to: isoText(range.to) };
}

/** A length in the largest unit that divides it: "90m", "6h". */
export function spanText(span: number): string {
  const { span: whole } = liveRange(span);
  const unit = (["d", "h", "m"] as const).find((one) => whole % units[one] === 0) ?? "s";
  return `${whole / units[unit]}${unit}`;
}

/** The length that a text names in milliseconds; null where it names none. */
export function parseSpan(text: string): number | null {
  const [, count, unit] = /^(\d{1,9})([smhdw])$/.exec(text.trim()) ?? [];
  return count === undefined || !isUnit(unit) ? null : Number(count) * units[unit];
}

function timeOf(text: string, now: number): number | null {
  if (MILLISECONDS.test(text)) return Number(text);
  if (text === "now") return now;
  const span = parseSpan(text.replace(/^now-/, ""));
  return span === null ? isoTime(text) : now - span;
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && Object.hasOwn(units, text);
}

function isoText(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
