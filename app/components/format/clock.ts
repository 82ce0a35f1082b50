const formatters = new Map<string, Intl.DateTimeFormat>();

/** The page's words are English, so are its dates, in the clock of 24 hours; only numbers follow the reader's locale. */
function formatter(name: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${name} ${timeZone}`;
  const known = formatters.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone, hourCycle: "h23" });
  formatters.set(id, made);
  return made;
}

const minute = { hour: "2-digit", minute: "2-digit" } as const;
const second = { ...minute, second: "2-digit" } as const;
const date = { day: "numeric", month: "short" } as const;
const weekday = { weekday: "short", ...date } as const;

/** "14:18" */
export function clock(at: number, timeZone: string): string {
  return formatter("clock", timeZone, minute).format(at);
}

/** "13:55:20" */
export function clockSeconds(at: number, timeZone: string): string {
  return formatter("seconds", timeZone, second).format(at);
}

/** "Sat 21 Nov, 13:55:20" */
export function moment(at: number, timeZone: string): string {
  return `${formatter("day", timeZone, weekday).format(at).replace(",", "")}, ${clockSeconds(at, timeZone)}`;
}

/** "14:18" on the same day, "Fri 20 Nov, 14:18" on another; to the minute, or to the second. */
export function when(at: number, now: number, timeZone: string, to: "minutes" | "seconds" = "minutes"): string {
  const date = formatter("day", timeZone, weekday);
  const [then, today] = [date.format(at), date.format(now)];
  const time = to === "seconds" ? clockSeconds(at, timeZone) : clock(at, timeZone);
  return then === today ? time : `${then.replace(",", "")}, ${time}`;
}

/** "21 Nov" */
export function day(at: number, timeZone: string): string {
  return formatter("date", timeZone, date).format(at);
}

/** How far the zone is from UTC now: "UTC", "UTC+1", "UTC+5:30". */
export function zoneName(at: number, timeZone: string): string {
  const parts = formatter("zone", timeZone, { timeZoneName: "shortOffset" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "UTC";
  // Some ICU write "GMT+0" where others write "GMT": both ends must say the same.
  return name.replace("GMT", "UTC").replace("-", "−").replace(/\+0$/, "");
}
