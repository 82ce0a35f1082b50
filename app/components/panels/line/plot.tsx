import { lazy, Suspense, useRef } from "react";
import type { Point } from "../../../../core/protocol/parts";
import { useNow } from "../../../live/use-now";
import { useBoard } from "../board-context";
import { usePaced } from "../use-paced";
import { useSize } from "../use-size";
import { CrosshairLayer } from "./crosshair";
import { Legend } from "./legend";
import { LonePoints } from "./lone-points";
import { PlotAxes } from "./plot-axes";
import { PlotMarks } from "./plot-marks";
import { extentOf, type Series, windowOf } from "./series";
import { shownWindow } from "./shown-window";
import { type Band, stackOf } from "./stack";
import { StackedPlot } from "./stacked-plot";
import { StaticPlot } from "./static-plot";
import { type Limits, usePlotFrame } from "./use-plot-frame";

/** The chart library is a chunk of its own: the server's picture stands until it is there. */
const LivePlot = lazy(() => import("./live-plot"));

/** A chart repaints at most this often, whatever its keys do, and its time axis moves at each AXIS_STEP (milliseconds). */
const REPAINT_EVERY = 1_000;
const AXIS_STEP = 5_000;

export interface PlotProps extends Limits {
  panelId: string;
  title: string;
  series: readonly Series[];
  area: boolean;
  /** Each line stands on the one before it. */
  stacked: boolean;
  /** When the sources of the lines were last looked at: up to there the last values are known to hold. */
  checkedAt: number | null;
}

export function Plot({ series: given, checkedAt, area, stacked, ...rest }: PlotProps) {
  const series = usePaced(given, REPAINT_EVERY);
  const { range } = useBoard();
  const newest = Math.max(0, ...series.map(({ points }) => points.at(-1)?.[0] ?? 0));
  const to = Math.max(useNow(AXIS_STEP), newest);
  const oldest = Math.min(to, ...series.map(({ points }) => points[0]?.[0] ?? to));
  const from = to - shownWindow(to - oldest, range);
  const shown = series.map((one) => ({ ...one, points: windowOf(one.points, from, Math.min(to, checkedAt ?? 0)) }));
  const stack = stacked ? stackOf(shown.map(({ points }) => points)) : null;
  const lines = stack ? shown.map((one, i) => ({ ...one, tops: topsOf(stack[i]) })) : shown;
  const extent = extentOf(lines.map(({ tops, points }) => tops ?? points));
  const frame = usePlotFrame({ extent, from, to, unit: shown[0]?.unit, decimals: shown[0]?.decimals, ...rest });
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const picture = stack ? (
    <StackedPlot frame={frame} series={shown} stack={stack} />
  ) : (
    <StaticPlot frame={frame} series={shown} area={area} />
  );
  return (
    <>
      <div ref={box} className="plot relative min-h-0 flex-1">
        <PlotAxes frame={frame} />
        {size === null || stack ? (
          picture
        ) : (
          <Suspense fallback={picture}>
            <LivePlot frame={frame} series={shown} area={area} width={size.width} height={size.height} />
          </Suspense>
        )}
        {stack ? null : <LonePoints frame={frame} series={shown} />}
        <PlotMarks frame={frame} thresholds={rest.thresholds} lastGood={checkedAt} />
        <CrosshairLayer panelId={rest.panelId} title={rest.title} frame={frame} series={lines} />
      </div>
      <Legend series={series} scale={frame.scale} />
    </>
  );
}

function topsOf(bands: readonly Band[] = []): Point[] {
  return bands.map(([at, , top]) => [at, top]);
}
