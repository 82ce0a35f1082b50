import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { clock } from "../../format/clock";
import { measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { Glyph } from "../../ui/glyph";
import { inset } from "./plot-axes";
import { type PlotFrame, placeOf } from "./plot-frame";

interface PlotMarksProps {
  frame: PlotFrame;
  thresholds: readonly Threshold[];
  lastGood: number | null;
}

const tones = {
  warning: { line: "border-late", text: "text-late-text" },
  critical: { line: "border-failing", text: "text-failing-text" },
} as const;

/** The thresholds with their words; and, once the panel is old, the place where knowledge stops. */
export function PlotMarks({ frame, thresholds, lastGood }: PlotMarksProps) {
  const { locale, timeZone } = useReader();
  const stopsInside = lastGood !== null && lastGood > frame.from && lastGood < frame.to;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute text-12 whitespace-nowrap" style={inset(frame)}>
      {thresholds
        .filter((one) => isInside(one, frame))
        .map((one) => (
          <div
            key={JSON.stringify(one)}
            className={`absolute inset-x-0 border-t border-dashed ${tones[one.level].line}`}
            style={{ top: placeOf(frame, frame.from, limitOf(one)).top }}
          >
            <span
              className={`absolute right-0 bottom-0.5 inline-flex items-center gap-1 rounded-4 bg-panel pl-1 font-medium group-data-old/panel:right-auto group-data-old/panel:left-0 ${tones[one.level].text}`}
            >
              <Glyph name={one.level} />
              {thresholdWords(one.name ?? "", written(measureLimit(limitOf(one), frame.scale, locale)))}
            </span>
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

/** An axis with fixed ends may end before a threshold. */
function isInside(one: Threshold, { y }: PlotFrame): boolean {
  return limitOf(one) >= y.min && limitOf(one) <= y.max;
}

/** The limit's name and value, once: some are named by their value. */
function thresholdWords(name: string, value: string): string {
  return name.includes(value) ? name : `${name} ${value}`.trim();
}
