import { moment } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Glyph } from "../ui/glyph";

/** That a panel shows the past, and the time that its values are of. */
export function HistoricalMark({ at }: { at: number }) {
  const { timeZone } = useReader();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className="inline-flex items-center gap-1.5 text-12 font-medium whitespace-nowrap text-info-text"
    >
      <Glyph name="historical" />
      <span className="sr-only">As of </span>
      {moment(at, timeZone)}
    </time>
  );
}
