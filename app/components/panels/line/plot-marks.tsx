import { useRef } from "react";
import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { clock } from "../../format/clock";
import { measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { Glyph } from "../../ui/glyph";
import { useSize } from "../use-size";
import { labelRows } from "./label-rows";
import { inset } from "./plot-axes";
import { axisOf, type PlotFrame, placeOf } from "./plot-frame";

interface PlotMarksProps {
  frame: PlotFrame;
  thresholds: readonly Threshold[];
  lastGood: number | null;
}

const tones = {
  warning: { line: "border-late", text: "text-late-text" },
  critical: { line: "border-failing", text: "text-failing-text" },
} as const;

/** The height of a usual plot in pixels, where it is not laid out yet. */
const USUAL = 160;

/** The thresholds with their words; and, once the panel is old, the place where knowledge stops. */
export function PlotMarks({ frame, thresholds, lastGood }: PlotMarksProps) {
  const { timeZone } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const height = useSize(box)?.height ?? USUAL;
  const inside = thresholds.filter((one) => isInside(one, frame));
  const lines = inside.map((one) => ({ at: (Number.parseFloat(topOf(one, frame)) / 100) * height, of: one }));
  const stopsInside = lastGood !== null && lastGood > frame.from && lastGood < frame.to;
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
      {stopsInside ? (
        <div
          className="absolute inset-y-0 hidden border-l border-old group-data-old/panel:block"
          style={{ left: placeOf(frame, lastGood, 0).left }}
        >
          <span
            className={`absolute top-0 text-faint ${lastGood > (frame.from + frame.to) / 2 ? "right-full mr-1.5" : "left-full ml-1.5"}`}
          >
            Last good {clock(lastGood, timeZone)}
          </span>
        </div>
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
