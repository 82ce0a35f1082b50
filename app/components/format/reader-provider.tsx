import { createContext, type ReactNode, startTransition, use, useEffect, useMemo, useState } from "react";
import { CHOSEN_ZONE_COOKIE, type Reader, ZONE_COOKIE } from "./reader";

const ReaderContext = createContext<Reader>({ locale: "en-GB", timeZone: "UTC" });
const ZoneContext = createContext<(zone: string | null) => void>(() => {});

const YEAR = 31_536_000;

/** How this reader reads numbers and times. */
export function useReader(): Reader {
  return use(ReaderContext);
}

/** Reads times in another zone, here and on every page to come; null: in the machine's. */
export function useChooseZone(): (zone: string | null) => void {
  return use(ZoneContext);
}

/**
 * Starts with what the server assumed, so that hydration finds the same text; then takes the browser's own zone, unless
 * another is chosen, and keeps it in a cookie, so that the next page is right from the server on.
 */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  const { locale, isZoneChosen = false } = reader;
  const [own, setOwn] = useState(reader.timeZone);
  const [chosen, setChosen] = useState(isZoneChosen ? reader.timeZone : null);
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    // What hydrates late begins with the server's.
    startTransition(() => setOwn(timeZone));
    keep(ZONE_COOKIE, timeZone, YEAR);
  }, []);
  const [choose] = useState(() => (zone: string | null) => {
    setChosen(zone);
    keep(CHOSEN_ZONE_COOKIE, zone ?? "", zone === null ? 0 : YEAR);
  });
  const value = useMemo(
    () => ({ locale, timeZone: chosen ?? own, isZoneChosen: chosen !== null }),
    [locale, chosen, own],
  );
  return (
    <ReaderContext value={value}>
      <ZoneContext value={choose}>{children}</ZoneContext>
    </ReaderContext>
  );
}

function keep(name: string, value: string, seconds: number): void {
  document.cookie = `${name}=${value}; path=/; max-age=${seconds}; samesite=lax`;
}
