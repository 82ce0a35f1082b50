import { useRef, useSyncExternalStore } from "react";
import { clockSeconds, moment } from "../../format/clock";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { useBoard } from "../board-context";
import { Hair } from "./hair";
import { inset } from "./plot-axes";
import { type PlotFrame, placeOf } from "./plot-frame";
import { type Reading, readingsAt } from "./readings";
import type { Series } from "./series";
import { useCrosshairInput } from "./use-crosshair-input";

interface CrosshairProps {
  panelId: string;
  title: string;
  frame: PlotFrame;
  series: readonly Series[];
}

/**
 * The layer over a chart that listens to pointer and keys. For assistive technology it is a slider over time, whose
 * words are the values there. Every chart of the board shows the line, the one under the pointer its values too. Drawing
 * a stretch of time, with the pointer or Shift and arrow keys, zooms the whole board to it.
 */
export function CrosshairLayer({ panelId, title, frame, series }: CrosshairProps) {
  const { crosshair } = useBoard();
  const layer = useRef<HTMLDivElement>(null);
  const now = useSyncExternalStore(crosshair.subscribe, crosshair.read, () => null);
  const [from, to] = [frame.from, frame.to];
  const time = now && now.time >= from && now.time <= to ? now.time : null;
  const anchor = time === null ? undefined : now?.anchor;
  const readings = time === null ? [] : readingsAt(series, time, to - from);
  const spoken = useSpoken(time, anchor, readings);
  const input = useCrosshairInput({ layer, panelId, from, to, time });
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
      // Up and down the page is scrolled and fingers zoom it; along the chart a finger reads values.
      className="absolute cursor-crosshair rounded-4 [touch-action:pan-y_pinch-zoom]"
      style={inset(frame)}
      {...input}
    >
      {time === null || anchor === undefined ? null : <Selection frame={frame} from={anchor} to={time} />}
      {time === null ? null : <Hair frame={frame} time={time} readings={readings} label={now?.panelId === panelId} />}
    </div>
  );
}

/** The stretch of time that is drawn just now, on every chart. */
function Selection({ frame, from, to }: { frame: PlotFrame; from: number; to: number }) {
  const inside = (time: number) => Math.min(frame.to, Math.max(frame.from, time));
  const [left, right] = [inside(Math.min(from, to)), inside(Math.max(from, to))].map((at) =>
    Number.parseFloat(placeOf(frame, at, 0).left),
  );
  return (
    <div
      aria-hidden="true"
      data-selection
      className="pointer-events-none absolute inset-y-0 border-x border-accent bg-selected opacity-60"
      style={{ left: `${left}%`, width: `${(right ?? 0) - (left ?? 0)}%` }}
    />
  );
}

/** What a screen reader says of the place; the values of the end move without a word. */
function useSpoken(time: number | null, anchor: number | undefined, readings: readonly Reading[]): string {
  const { locale, timeZone } = useReader();
  if (time === null) return "Now. Arrow keys move through time.";
  const selected =
    anchor === undefined || anchor === time
      ? []
      : [`from ${moment(anchor, timeZone)}: Enter shows this stretch of time on the whole board`];
  const values = readings.map(
    ({ series, value }) => `${series.name} ${written(measure(value, series.unit, locale, series.decimals))}`,
  );
  return [clockSeconds(time, timeZone), ...selected, ...values].join(", ");
}
