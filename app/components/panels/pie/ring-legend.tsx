import type { Slice } from "./slices";

interface RingLegendProps {
  slices: readonly Slice[];
  /** The slice that is pointed at. */
  at: string | null;
  say: (value: number) => string;
  shareOf: (slice: Slice) => string;
  /** Set where the ring has no room for it. */
  sum: string | null;
}

const row = "flex h-6 items-center gap-2 rounded-4 px-1 text-12";

/** Each slice by colour, name, value and share: names give way first, values where it is narrow, shares never. */
export function RingLegend({ slices, at, say, shareOf, sum }: RingLegendProps) {
  return (
    <ul
      // It may be longer than its panel: the keyboard scrolls what it can focus.
      tabIndex={0}
      aria-label="Slices"
      className="max-h-full max-w-md min-w-0 flex-1 overflow-y-auto rounded-4 upright:max-h-1/2 upright:w-full upright:flex-none tiny:max-h-full"
    >
      {slices.map((slice) => (
        <li key={slice.id} className={`${row} ${slice.id === at ? "bg-hover" : ""}`}>
          <i
            aria-hidden="true"
            className="size-2 shrink-0 rounded-[2px] forced-color-adjust-none"
            style={{ background: slice.color }}
          />
          <span title={slice.names ?? slice.name} className="min-w-0 flex-1 truncate text-body">
            {slice.name}
          </span>
          <span title={say(slice.value)} className="max-w-[45%] flex-none truncate text-muted @max-[380px]:hidden">
            {say(slice.value)}
          </span>
          <b className="min-w-11 flex-none text-right font-regular text-strong group-data-old/panel:text-faint">
            {shareOf(slice)}
          </b>
        </li>
      ))}
      {sum === null ? null : (
        <li className="flex flex-wrap gap-x-2 px-1 text-12 text-muted">
          Sum
          <b className="ml-auto min-w-0 text-right font-regular wrap-anywhere text-strong">{sum}</b>
        </li>
      )}
    </ul>
  );
}
