import { useState } from "react";
import type { PiePanel } from "../../../../core/boards/document";
import { measureAt, written } from "../../format/measure";
import { formatNumber } from "../../format/number";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import type { Pie, Slice } from "./slices";

interface RingProps {
  panel: PiePanel;
  pie: Pie;
  unit: string | undefined;
}

/** A gap between two slices, in hundredths of the ring. */
const GAP = 0.8;

/** The ring with its sum, or with the slice that is pointed at; beside it every slice by name, value and share. */
export function Ring({ panel, pie: { slices, sum }, unit }: RingProps) {
  const { locale } = useReader();
  const [at, point] = useState<string | null>(null);
  const scale = scaleOf(unit, sum, panel.decimals);
  const say = (value: number) => written(measureAt(value, scaleOf(unit, value, panel.decimals), locale));
  const shareOf = (slice: Slice) => `${formatNumber(slice.share * 100, locale, 1)} %`;
  const pointed = slices.find(({ id }) => id === at);
  const centre = pointed
    ? { ...measureAt(pointed.value, scale, locale), unit: shareOf(pointed) }
    : measureAt(sum, scale, locale);
  return (
    <div className="flex min-h-0 flex-1 items-center gap-5 @max-[260px]:gap-3">
      <svg
        viewBox="0 0 96 96"
        role="group"
        aria-label={`${panel.title}, ${written(measureAt(sum, scale, locale))} in all`}
        className="aspect-square h-full max-h-40 max-w-[45%] shrink overflow-visible"
      >
        {slices.map((slice) => (
          <circle
            key={slice.id}
            cx="48"
            cy="48"
            r="40"
            pathLength="100"
            tabIndex={0}
            role="img"
            aria-label={`${slice.name}: ${say(slice.value)}, ${shareOf(slice)}`}
            onFocus={() => point(slice.id)}
            onBlur={() => point(null)}
            onPointerEnter={() => point(slice.id)}
            onPointerLeave={() => point(null)}
            fill="none"
            stroke={slice.color}
            strokeWidth={slice.id === at ? 15 : 12}
            strokeDasharray={`${dash(slice, slices.length)} 100`}
            strokeDashoffset={-100 * slice.from}
            transform="rotate(-90 48 48)"
            pointerEvents="stroke"
            className="outline-none group-data-old/panel:opacity-50"
          />
        ))}
        <g aria-hidden="true" textAnchor="middle">
          <text x="48" y="50" fontSize={16 * Math.min(1, 7 / centre.text.length)} className="fill-strong font-medium">
            {centre.text}
          </text>
          <text x="48" y="62" fontSize="9" className="fill-muted">
            {centre.unit}
          </text>
        </g>
      </svg>
      <Legend slices={slices} at={at} say={say} shareOf={shareOf} />
    </div>
  );
}

/** How much of the ring is painted: a slice too small for a gap keeps a hair. */
function dash({ share }: Slice, count: number): number {
  return count === 1 ? 100 : Math.max(share === 0 ? 0 : 0.2, share * 100 - GAP);
}

interface LegendProps {
  slices: readonly Slice[];
  at: string | null;
  say: (value: number) => string;
  shareOf: (slice: Slice) => string;
}

function Legend({ slices, at, say, shareOf }: LegendProps) {
  return (
    // It may be longer than its panel: the keyboard scrolls what it can focus.
    <ul tabIndex={0} aria-label="Slices" className="max-h-full min-w-0 flex-1 overflow-y-auto rounded-4">
      {slices.map((slice) => (
        <li
          key={slice.id}
          className={`flex h-6 items-center gap-2 rounded-4 px-1 text-12 ${slice.id === at ? "bg-hover" : ""}`}
        >
          <i aria-hidden="true" className="size-2 shrink-0 rounded-[2px]" style={{ background: slice.color }} />
          <span title={slice.name} className="min-w-0 flex-1 truncate text-body">
            {slice.name}
          </span>
          <span className="text-muted @max-[300px]:hidden">{say(slice.value)}</span>
          <b className="min-w-14 text-right font-regular text-strong group-data-old/panel:text-faint">
            {shareOf(slice)}
          </b>
        </li>
      ))}
    </ul>
  );
}
