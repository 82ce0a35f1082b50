import { clockSeconds, moment } from "../../format/clock";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { type PlotFrame, placeOf } from "./plot-frame";
import type { Reading } from "./readings";
import { pointAt, type Series } from "./series";

const DAY = 86_400_000;

/** Where the line is drawn at a time, where that is not at its value. */
function heightAt({ tops }: Series, at: number): number | undefined {
  return tops && pointAt(tops, at)?.[1];
}

interface HairProps {
  frame: PlotFrame;
  time: number;
  readings: readonly Reading[];
  /** This is the chart under the pointer: it says time and values. */
  label: boolean;
}

export function Hair({ frame, time, readings, label }: HairProps) {
  const { timeZone } = useReader();
  const { left } = placeOf(frame, time, 0);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 text-12">
      <div className="absolute inset-y-0 -ml-px border-l border-muted" style={{ left }} />
      {readings.map(({ series, at, value }) => (
        <span
          key={series.key}
          className="absolute -mt-1 -ml-1 size-2 rounded-full border border-panel"
          style={{ ...placeOf(frame, at, heightAt(series, at) ?? value), background: series.color }}
        />
      ))}
      {label ? (
        <>
          <span
            className="absolute top-full mt-0.5 -translate-x-1/2 rounded-4 bg-strong px-1.5 py-px text-panel"
            style={{ left }}
          >
            {frame.to - frame.from > DAY ? moment(time, timeZone) : clockSeconds(time, timeZone)}
          </span>
          <Tooltip left={left} flipped={time > (frame.from + frame.to) / 2} time={time} readings={readings} />
        </>
      ) : null}
    </div>
  );
}

interface TooltipProps {
  left: string;
  /** Right of the middle it stands at the left of the line. */
  flipped: boolean;
  time: number;
  readings: readonly Reading[];
}

function Tooltip({ left, flipped, time, readings }: TooltipProps) {
  const { locale, timeZone } = useReader();
  return (
    <div
      className={`absolute top-1/2 z-(--z-float) -translate-y-1/2 rounded-6 border border-line-strong bg-raised px-2.5 py-2 whitespace-nowrap shadow-float ${flipped ? "-translate-x-full -ml-3" : "ml-3"}`}
      style={{ left }}
    >
      <span className="block pb-1 text-faint">{moment(time, timeZone)}</span>
      {readings.map(({ series, value }) => (
        <span key={series.key} className="flex items-center gap-1.5 py-0.5 text-muted">
          <i className="h-0.5 w-2.5 rounded-4" style={{ background: series.color }} />
          {series.name}
          <b className="ml-auto pl-4 font-medium text-strong">
            {written(measure(value, series.unit, locale, series.decimals))}
          </b>
        </span>
      ))}
    </div>
  );
}
