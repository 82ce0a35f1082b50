import { lazy, Suspense, useRef, useState } from "react";
import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { useNow } from "../../../live/use-now";
import { clock } from "../../format/clock";
import { measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { useBoard } from "../board-context";
import { usePaced } from "../use-paced";
import { useSize } from "../use-size";
import { CrosshairLayer } from "./crosshair";
import { Legend } from "./legend";
import { type PlotFrame, placeOf, plotFrame } from "./plot-frame";
import { type Extent, extentOf, type Series, windowOf } from "./series";
import { shownWindow } from "./shown-window";
import { inset, StaticPlot } from "./static-plot";
import { steadyDomain, type YDomain } from "./y-domain";

/** The chart library is a chunk of its own: the server's picture stands until it is there. */
const LivePlot = lazy(() => import("./live-plot"));

/** A chart repaints at most this often, whatever its keys do, and its time axis moves at each AXIS_STEP (milliseconds). */
const REPAINT_EVERY = 1_000;
const AXIS_STEP = 5_000;

export interface PlotProps {
  panelId: string;
  title: string;
  series: readonly Series[];
  area: boolean;
  min?: number | undefined;
  max?: number | undefined;
  thresholds: readonly Threshold[];
  /** When the sources of the lines were last looked at: up to there the last values are known to hold. */
  checkedAt: number | null;
}

export function Plot({ series: given, checkedAt, area, ...rest }: PlotProps) {
  const series = usePaced(given, REPAINT_EVERY);
  const { range } = useBoard();
  const newest = Math.max(0, ...series.map(({ points }) => points.at(-1)?.[0] ?? 0));
  const to = Math.max(useNow(AXIS_STEP), newest);
  const oldest = Math.min(to, ...series.map(({ points }) => points[0]?.[0] ?? to));
  const from = to - shownWindow(to - oldest, range);
  const shown = series.map((one) => ({ ...one, points: windowOf(one.points, from, Math.min(to, checkedAt ?? 0)) }));
  const frame = useFrame(shown, from, to, rest);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const picture = <StaticPlot frame={frame} series={shown} area={area} />;
  return (
    <>
      <div ref={box} className="plot relative min-h-0 flex-1">
        {size === null ? (
          picture
        ) : (
          <Suspense fallback={picture}>
            <LivePlot frame={frame} series={shown} area={area} width={size.width} height={size.height} />
          </Suspense>
        )}
        <Marks frame={frame} thresholds={rest.thresholds} lastGood={checkedAt} />
        <CrosshairLayer panelId={rest.panelId} title={rest.title} frame={frame} series={shown} />
      </div>
      <Legend series={series} scale={frame.scale} />
    </>
  );
}

type Limits = Pick<PlotProps, "min" | "max" | "thresholds">;

/** The plot's frame, its vertical axis standing still as long as the values fit. */
function useFrame(series: readonly Series[], from: number, to: number, limits: Limits): PlotFrame {
  const { locale } = useReader();
  const [held, hold] = useState<YDomain | null>(null);
  const extent: Extent = extentOf(series.map(({ points }) => points)) ?? { low: 0, high: 1 };
  const unit = series[0]?.unit;
  const limitsAt = limits.thresholds.map(limitOf);
  const [low, high] = [Math.min(extent.low, ...limitsAt), Math.max(extent.high, ...limitsAt)];
  const { divisor } = scaleOf(unit, Math.max(Math.abs(low), Math.abs(limits.max ?? high)));
  const y = steadyDomain(held, { low, high, min: limits.min, max: limits.max, divisor });
  if (y !== held) hold(y);
  return plotFrame(from, to, y, unit, locale);
}

interface MarksProps {
  frame: PlotFrame;
  thresholds: readonly Threshold[];
  lastGood: number | null;
}

/** The thresholds with their words; and, once the panel is old, the place where knowledge stops. */
function Marks({ frame, thresholds, lastGood }: MarksProps) {
  const { locale, timeZone } = useReader();
  const stopsInside = lastGood !== null && lastGood > frame.from && lastGood < frame.to;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute text-12 whitespace-nowrap" style={inset(frame)}>
      {thresholds.map((one) => (
        <div
          key={JSON.stringify(one)}
          className="absolute inset-x-0 border-t border-dashed border-late"
          style={{ top: placeOf(frame, frame.from, limitOf(one)).top }}
        >
          <span className="absolute right-0 bottom-0.5 rounded-4 bg-panel pl-1 font-medium text-late-text group-data-old/panel:right-auto group-data-old/panel:left-0">
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

/** The limit's name and value, once: some are named by their value. */
function thresholdWords(name: string, value: string): string {
  return name.includes(value) ? name : `${name} ${value}`.trim();
}
