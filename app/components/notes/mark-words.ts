import type { Mark } from "../../../core/people/mark";
import { moment } from "../format/clock";

/** When a note is of: "Sat 21 Nov, 13:55:20", or from then to when. */
export function markTimes({ at, until }: Pick<Mark, "at" | "until">, timeZone: string): string {
  const from = moment(at, timeZone);
  if (until === undefined) return from;
  const to = moment(until, timeZone);
  // "Sat 21 Nov, 13:55:20" to "14:02:00" of the same day.
  const [day] = from.split(", ");
  return `${from} to ${to.startsWith(`${day}, `) ? to.slice(`${day}, `.length) : to}`;
}

/** The note in one line, for who does not see the chart. */
export function markLine(mark: Mark, timeZone: string): string {
  return `Note by ${mark.by.name}, ${markTimes(mark, timeZone)}: ${mark.text}`;
}
