const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/;
const formatters = new Map<string, Intl.DateTimeFormat>();
/** No zone changes its clocks within a quarter of an hour (milliseconds), and to ask how it has them takes long. */
const QUARTER = 900_000;
const MOST = 10_000;
const offsets = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at a time, in milliseconds. */
export function zoneOffset(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER);
  const name = `${quarter} ${timeZone}`;
  const offset = offsets.get(name) ?? askedOffset(quarter * QUARTER, timeZone);
  if (offsets.size >= MOST) offsets.clear();
  offsets.set(name, offset);
  return offset;
}

function askedOffset(at: number, timeZone: string): number {
  const parts = formatter(timeZone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return wall - Math.floor(at / 1_000) * 1_000;
}

/** What clocks and calendars of a zone say, as a datetime-local field has it: "2026-11-21T13:55:20". */
export function wallText(at: number, timeZone: string): string {
  return new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 19);
}

/** When they say that; null where the text is none. Of an hour that comes twice the first is meant. */
export function wallTime(text: string, timeZone: string): number | null {
  const [, year, month, day, hour, minute, second = "0"] = WALL.exec(text) ?? [];
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (Number.isNaN(wall)) return null;
  // The offset a day earlier tells the time before a change of clocks, if there is one; the guess then tells its own.
  const guess = wall - zoneOffset(wall - 86_400_000, timeZone);
  const at = wall - zoneOffset(guess, timeZone);
  const says = (time: number) => time + zoneOffset(time, timeZone) === wall;
  return says(at) && !says(guess) ? at : guess;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const fields = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const clock = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-US", { ...fields, ...clock, timeZone, calendar: "gregory" });
  formatters.set(timeZone, made);
  return made;
}
