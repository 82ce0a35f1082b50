import { type KeyboardEvent, type PointerEvent, useRef, useSyncExternalStore } from "react";
import { clockSeconds, moment } from "../../format/clock";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { useBoard } from "../board-context";
import { inset } from "./plot-axes";
import { type PlotFrame, placeOf } from "./plot-frame";
import { pointAt, type Series } from "./series";

interface CrosshairProps {
  panelId: string;
  title: string;
  frame: PlotFrame;
  series: readonly Series[];
}

/** How far an arrow key moves it: a fiftieth of what is shown. */
const KEY_STEPS = 50;

/**
 * The layer over a chart that listens to pointer and keys. For assistive technology it is a slider over time, whose
 * words are the values there. Every chart of the board shows the line, the one under the pointer its values too.
 */
export function CrosshairLayer({ panelId, title, frame, series }: CrosshairProps) {
  const { crosshair } = useBoard();
  const { timeZone } = useReader();
  const layer = useRef<HTMLDivElement>(null);
  const now = useSyncExternalStore(crosshair.subscribe, crosshair.read, () => null);
  const [from, to] = [frame.from, frame.to];
  const put = (time: number) => crosshair.move({ panelId, time: Math.round(Math.min(to, Math.max(from, time))) });
  const point = (event: PointerEvent) => {
    const box = layer.current?.getBoundingClientRect();
    if (box && box.width > 0) put(from + ((event.clientX - box.left) / box.width) * (to - from));
  };
  const time = now && now.time >= from && now.time <= to ? now.time : null;
  const readings = time === null ? [] : readingsAt(series, time);
  const spoken = useSpoken(time, readings, timeZone);
  return (
    <div
      ref={layer}
      role="slider"
      tabIndex={0}
      aria-label={`${title}, values over time`}
      aria-orientation="horizontal"
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={time ?? to}
      aria-valuetext={spoken}
      className="absolute touch-pan-y rounded-4"
      style={inset(frame)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => crosshair.leave(panelId)}
      onBlur={() => crosshair.leave(panelId)}
      onKeyDown={(event) => {
        const next = timeByKey(event, time ?? to, from, to);
        if (next === undefined) return;
        event.preventDefault();
        if (next === null) crosshair.leave(panelId);
        else put(next);
      }}
    >
      {time === null ? null : <Hair frame={frame} time={time} readings={readings} label={now?.panelId === panelId} />}
    </div>
  );
}

interface Reading {
  readonly series: Series;
  readonly at: number;
  readonly value: number;
}

function readingsAt(series: readonly Series[], time: number): Reading[] {
  return series.flatMap((one) => {
    const found = pointAt(one.points, time);
    return found ? [{ series: one, at: found[0], value: found[1] }] : [];
  });
}

/** What a screen reader says of the place; the values of the end move without a word. */
function useSpoken(time: number | null, readings: readonly Reading[], timeZone: string): string {
  const { locale } = useReader();
  if (time === null) return "Now. Arrow keys move through time.";
  const values = readings.map(
    ({ series, value }) => `${series.name} ${written(measure(value, series.unit, locale, series.decimals))}`,
  );
  return [clockSeconds(time, timeZone), ...values].join(", ");
}

/** Undefined: not a key of ours. Null: take the crosshair away. */
function timeByKey({ key }: KeyboardEvent, time: number, from: number, to: number): number | null | undefined {
  const step = (to - from) / KEY_STEPS;
  if (key === "ArrowLeft" || key === "ArrowDown") return time - step;
  if (key === "ArrowRight" || key === "ArrowUp") return time + step;
  if (key === "PageDown") return time - 5 * step;
  if (key === "PageUp") return time + 5 * step;
  if (key === "Home") return from;
  if (key === "End") return to;
  if (key === "Escape") return null;
  return undefined;
}

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

function Hair({ frame, time, readings, label }: HairProps) {
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
            {clockSeconds(time, timeZone)}
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
