import { useRef } from "react";
import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import type { Point } from "../../../../core/protocol/parts";
import { clock } from "../../format/clock";
import { measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { Glyph } from "../../ui/glyph";
import { type Size, useSize } from "../use-size";
import { labelRows } from "./label-rows";
import { lastGoodSpot } from "./last-good-spot";
import { inset } from "./plot-axes";
import { axisOf, type PlotFrame, placeOf } from "./plot-frame";

interface PlotMarksProps {
  frame: PlotFrame;
  thresholds: readonly Threshold[];
  /** The lines that are drawn, up to where they are known. Null: nothing tells where that is. */
  known: Omit<KnownEndProps, "frame" | "size"> | null;
}

const tones = {
  warning: { line: "border-late", text: "text-late-text" },
  critical: { line: "border-failing", text: "text-failing-text" },
} as const;

/** The height of a usual plot in pixels, where it is not laid out yet. */
const USUAL = 160;

/** The thresholds with their words; and, once the panel is old, the place where knowledge stops. */
export function PlotMarks({ frame, thresholds, known }: PlotMarksProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const height = size?.height ?? USUAL;
  const inside = thresholds.filter((one) => isInside(one, frame));
  const lines = inside.map((one) => ({ at: (Number.parseFloat(topOf(one, frame)) / 100) * height, of: one }));
  return (
    <div
      ref={box}
      aria-hidden="true"
      className="pointer-events-none absolute text-12 whitespace-nowrap"
      style={inset(frame)}
    >
      {inside.map((one) => (
        <div
          key={`${JSON.stringify(one)} ${axisOf(frame)}`}
          className={`absolute inset-x-0 border-t border-dashed ${tones[one.level].line}`}
          style={{ top: topOf(one, frame) }}
        />
      ))}
      {labelRows(lines).map(({ isBelow, members }) => (
        <div
          key={`${JSON.stringify(members)} ${axisOf(frame)}`}
          className={`absolute right-0 flex max-w-full gap-2 overflow-hidden group-data-old/panel:right-auto group-data-old/panel:left-0 ${isBelow ? "mt-0.5" : "-translate-y-[calc(100%+1px)]"}`}
          style={{ top: topOf(members.at(-1), frame) }}
        >
          {members.map((one) => (
            <Words key={JSON.stringify(one)} threshold={one} frame={frame} />
          ))}
        </div>
      ))}
      {known && known.until > frame.from && known.until < frame.to ? (
        <KnownEnd frame={frame} size={size} {...known} />
      ) : null}
    </div>
  );
}

interface KnownEndProps {
  frame: PlotFrame;
  /** Null before layout: there the words could cover a line. */
  size: Size | null;
  lines: readonly (readonly Point[])[];
  isFilled: boolean;
  until: number;
}

function KnownEnd({ frame, size, lines, isFilled, until }: KnownEndProps) {
  const { timeZone } = useReader();
  const spot = size && lastGoodSpot(frame, size, lines, until, isFilled);
  return (
    <div
      className="absolute inset-y-0 hidden border-l border-old group-data-old/panel:block"
      style={{ left: placeOf(frame, until, 0).left }}
    >
      {spot ? (
        <span
          className={`absolute text-faint ${spot.isRight ? "left-full ml-1.5" : "right-full mr-1.5"} ${spot.isLow ? "bottom-0" : "top-0"}`}
        >
          Last good {clock(until, timeZone)}
        </span>
      ) : null}
    </div>
  );
}

/** A limit's name and value, once: some are named by their value. The name gives way where there is no room for both. */
function Words({ threshold, frame: { scale } }: { threshold: Threshold; frame: PlotFrame }) {
  const { locale } = useReader();
  const value = written(measureLimit(limitOf(threshold), scale, locale));
  const { name = "", level } = threshold;
  return (
    <span className={`flex min-w-0 items-center gap-1 rounded-4 bg-panel/80 pl-1 font-medium ${tones[level].text}`}>
      <Glyph name={level} />
      {name === "" ? null : <span className="truncate">{name}</span>}{" "}
      {name.includes(value) ? null : <span className="flex-none">{value}</span>}
    </span>
  );
}

/** An axis with fixed ends may end before a threshold. */
function isInside(one: Threshold, { y }: PlotFrame): boolean {
  return limitOf(one) >= y.min && limitOf(one) <= y.max;
}

/** How far from the top its line is, in hundredths of the plot. */
function topOf(one: Threshold | undefined, frame: PlotFrame): string {
  return placeOf(frame, frame.from, one ? limitOf(one) : frame.y.max).top;
}
