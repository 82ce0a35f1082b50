import { Link } from "react-router";
import { rangeText } from "../../../core/range/range-text";
import { liveRange, spanOf } from "../../../core/range/time-range";
import { formatSpan } from "../format/age";
import { useBoardRange } from "../range/range-context";

const HOUR = 3_600_000;
const spans = [HOUR / 4, HOUR, 6 * HOUR, 24 * HOUR, 7 * 24 * HOUR];

/** How far back the page looks: links, so that they work without a script and are in the address. */
export function RangeLinks() {
  const { range } = useBoardRange();
  return (
    <nav aria-label="Time range" className="flex">
      {spans.map((span) => (
        <Link
          key={span}
          to={`?${new URLSearchParams({ ...rangeText(liveRange(span)) })}`}
          replace
          preventScrollReset
          aria-current={range.kind === "live" && spanOf(range) === span ? "true" : undefined}
          className="-ml-px flex h-(--control) items-center border border-line-strong px-2.5 text-12 font-medium text-body first:rounded-l-6 last:rounded-r-6 hover:bg-hover aria-[current=true]:bg-selected aria-[current=true]:text-strong phone:h-(--thumb)"
        >
          {formatSpan(span)}
        </Link>
      ))}
    </nav>
  );
}
