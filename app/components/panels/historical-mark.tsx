import { clockSeconds, moment } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Glyph } from "../ui/glyph";

/** That a panel shows the past, and the time that its values are of. */
export function HistoricalMark({ at }: { at: number }) {
  const { timeZone } = useReader();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={moment(at, timeZone)}
      className="inline-flex items-center gap-1.5 text-12 font-medium whitespace-nowrap text-info-text"
    >
      <Glyph name="historical" />
      <span className="sr-only">As of </span>
      <span className="@max-[260px]:hidden">{moment(at, timeZone)}</span>
      {/* In a narrow panel the title has the room: the day stands in the page's header. */}
      <span className="hidden @max-[260px]:inline">{clockSeconds(at, timeZone)}</span>
    </time>
  );
}
