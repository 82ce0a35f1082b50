/** How one reader reads numbers and times. Settled on the server, so that server and browser write the same text. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
  /** Whether the reader chose the zone; otherwise it is their machine's. */
  readonly isZoneChosen?: boolean;
}

const FALLBACK: Reader = { locale: "en-GB", timeZone: "UTC" };
/** The machine's zone, which a page sets once it knows it; and the zone that the reader wants instead. */
export const ZONE_COOKIE = "tz";
export const CHOSEN_ZONE_COOKIE = "zone";

/** The reader of a request: numbers by Accept-Language, the zone by cookies. */
export function readerOf(headers: Headers): Reader {
  const cookies = headers.get("cookie") ?? "";
  const locale = localeOf(headers.get("accept-language") ?? "");
  const chosen = zoneOf(cookies, CHOSEN_ZONE_COOKIE);
  if (chosen !== null) return { locale, timeZone: chosen, isZoneChosen: true };
  return { locale, timeZone: zoneOf(cookies, ZONE_COOKIE) ?? FALLBACK.timeZone };
}

function localeOf(accepted: string): string {
  const wanted = accepted
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "")
    .filter((tag) => tag !== "" && tag !== "*");
  return wanted.find(isLocale) ?? FALLBACK.locale;
}

function zoneOf(cookies: string, name: string): string | null {
  const found = new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(cookies)?.[1];
  return found !== undefined && isZone(found) ? found : null;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // A RangeError is how Intl says that the tag is not well-formed: the header is the client's.
    return false;
  }
}

/** Zone names hold no character that a cookie escapes, so they travel as they are. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z0-9_+\-/]{1,64}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // A RangeError: no such zone here.
    return false;
  }
}
