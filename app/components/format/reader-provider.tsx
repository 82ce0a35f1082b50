import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { type Reader, ZONE_COOKIE } from "./reader";

const ReaderContext = createContext<Reader>({ locale: "en-GB", timeZone: "UTC" });

/** How this reader reads numbers and times. */
export function useReader(): Reader {
  return use(ReaderContext);
}

/**
 * Starts with what the server assumed, so that hydration finds the same text; then takes the browser's own zone and
 * keeps it in a cookie, so that the next page is right from the server on.
 */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  const [own, setOwn] = useState(reader.timeZone);
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    setOwn(timeZone);
    document.cookie = `${ZONE_COOKIE}=${timeZone}; path=/; max-age=31536000; samesite=lax`;
  }, []);
  const value = useMemo(() => ({ locale: reader.locale, timeZone: own }), [reader.locale, own]);
  return <ReaderContext value={value}>{children}</ReaderContext>;
}
