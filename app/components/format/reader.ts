/** How one reader reads numbers and times. Settled on the server, so that server and browser write the same text. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

const FALLBACK: Reader = { locale: "en-GB", timeZone: "UTC" };
export const ZONE_COOKIE = "tz";

/** The reader of a request: numbers by Accept-Language, the zone by a cookie the page sets once it knows it. */
export function readerOf(headers: Headers): Reader {
  return {
    locale: localeOf(headers.get("accept-language") ?? ""),
    timeZone: zoneOf(headers.get("cookie") ?? ""),
  };
}

function localeOf(accepted: string): string {
  const wanted = accepted
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "")
    .filter((tag) => tag !== "" && tag !== "*");
  return wanted.find(isLocale) ?? FALLBACK.locale;
}

function zoneOf(cookies: string): string {
  const found = new RegExp(`(?:^|;\\s*)${ZONE_COOKIE}=([^;]*)`).exec(cookies)?.[1];
  return found !== undefined && isZone(found) ? found : FALLBACK.timeZone;
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
function isZone(name: string): boolean {
  if (!/^[A-Za-z0-9_+\-/]{1,64}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // A RangeError: no such zone here.
    return false;
  }
}
