import { useState } from "react";
import type { PiePanel } from "../../../../core/boards/document";
import { measureAt, written } from "../../format/measure";
import { formatNumber } from "../../format/number";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { RingLegend } from "./ring-legend";
import type { Pie, Slice } from "./slices";

interface RingProps {
  panel: PiePanel;
  pie: Pie;
  unit: string | undefined;
}

/** The smallest share that is written as it is: what is there is never written as nothing. */
const LEAST = 0.001;

/** The hole's width in figures of one pixel, and the most figures that can still be read there. */
const HOLE = 104;
const READABLE = 14;

/** A gap between two slices, in hundredths of the ring. */
const GAP = 0.8;

/**
 * The ring with its sum, or with the slice that is pointed at; beside it every slice by name, value and share. In a box
 * that is high and narrow the legend is below; where there is room for one of them it stands alone: it has all figures.
 */
export function Ring({ panel, pie: { slices, sum }, unit }: RingProps) {
  const { locale } = useReader();
  const [at, point] = useState<string | null>(null);
  const scale = scaleOf(unit, sum, panel.decimals);
  const say = (value: number) => written(measureAt(value, scaleOf(unit, value, panel.decimals), locale));
  const shareOf = ({ share }: Slice) => {
    const sign = share > 0 && share < LEAST ? "<" : "";
    return `${sign}${formatNumber(Math.max(share, sign ? LEAST : 0) * 100, locale, 1)} %`;
  };
  const pointed = slices.find(({ id }) => id === at);
  const whole = measureAt(sum, scale, locale);
  const centre = pointed ? { ...measureAt(pointed.value, scale, locale), unit: shareOf(pointed) } : whole;
  return (
    <div className="min-h-0 flex-1 [container-type:size]">
      <div className="flex size-full items-center justify-center gap-5 upright:flex-col upright:gap-2 @max-[320px]:gap-3">
        <svg
          viewBox="0 0 96 96"
          role="group"
          aria-label={`${panel.title}, ${written(whole)} in all`}
          className="aspect-square h-full max-h-64 max-w-[45%] overflow-visible [--sum:16px] [--sum-unit:9px] [@container(max-height:110px)]:[--sum-unit:12px] [@container(max-height:110px)]:[--sum:22px] tiny:hidden upright:h-1/2 upright:max-w-full"
        >
          {slices.map((slice) => (
            <Arc
              key={slice.id}
              slice={slice}
              isAlone={slices.length === 1}
              isPointedAt={slice.id === at}
              label={`${slice.name}: ${say(slice.value)}, ${shareOf(slice)}`}
              point={point}
            />
          ))}
          <Centre {...centre} />
        </svg>
        <RingLegend
          slices={slices}
          at={at}
          say={say}
          shareOf={shareOf}
          sum={whole.text.length > READABLE ? written(whole) : null}
        />
      </div>
    </div>
  );
}

interface ArcProps {
  slice: Slice;
  /** Then it has no gap. */
  isAlone: boolean;
  isPointedAt: boolean;
  label: string;
  point: (id: string | null) => void;
}

function Arc({ slice: { id, share, from, color }, isAlone, isPointedAt, label, point }: ArcProps) {
  // A slice too small for a gap keeps a hair.
  const painted = isAlone ? 100 : Math.max(share === 0 ? 0 : 0.2, share * 100 - GAP);
  return (
    <circle
      cx="48"
      cy="48"
      r="40"
      pathLength="100"
      tabIndex={0}
      role="img"
      aria-label={label}
      onFocus={() => point(id)}
      onBlur={() => point(null)}
      onPointerEnter={() => point(id)}
      onPointerLeave={() => point(null)}
      fill="none"
      stroke={color}
      strokeWidth={isPointedAt ? 15 : 12}
      strokeDasharray={`${painted} 100`}
      strokeDashoffset={-100 * from}
      transform="rotate(-90 48 48)"
      pointerEvents="stroke"
      className="outline-none group-data-old/panel:opacity-50"
    />
  );
}

/** The figure in the hole, a larger share of a small ring; where it would be too small to be read, nothing: the legend has it. */
function Centre({ text, unit }: { text: string; unit: string }) {
  const isShown = text.length <= READABLE;
  return (
    <g aria-hidden="true" textAnchor="middle">
      <text
        x="48"
        y={unit === "" ? "54" : "50"}
        style={{ fontSize: `min(var(--sum), ${(HOLE / text.length).toFixed(1)}px)` }}
        className="fill-strong font-medium group-data-old/panel:fill-faint group-data-old/panel:font-regular"
      >
        {isShown ? text : ""}
      </text>
      <text x="48" y={isShown ? "63" : "51"} className="fill-muted text-(length:--sum-unit)">
        {unit}
      </text>
    </g>
  );
}
