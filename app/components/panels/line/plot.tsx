import { lazy, Suspense, useRef } from "react";
import { useNow } from "../../../live/use-now";
import { useBoard } from "../board-context";
import { usePaced } from "../use-paced";
import { useSize } from "../use-size";
import { CrosshairLayer } from "./crosshair";
import { Legend } from "./legend";
import { PlotAxes } from "./plot-axes";
import { PlotMarks } from "./plot-marks";
import { extentOf, type Series, windowOf } from "./series";
import { shownWindow } from "./shown-window";
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
  const extent = extentOf(shown.map(({ points }) => points));
  const frame = usePlotFrame({ extent, from, to, unit: shown[0]?.unit, ...rest });
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const picture = <StaticPlot frame={frame} series={shown} area={area} />;
  return (
    <>
      <div ref={box} className="plot relative min-h-0 flex-1">
        <PlotAxes frame={frame} />
        {size === null ? (
          picture
        ) : (
          <Suspense fallback={picture}>
            <LivePlot frame={frame} series={shown} area={area} width={size.width} height={size.height} />
          </Suspense>
        )}
        <PlotMarks frame={frame} thresholds={rest.thresholds} lastGood={checkedAt} />
        <CrosshairLayer panelId={rest.panelId} title={rest.title} frame={frame} series={shown} />
      </div>
      <Legend series={series} scale={frame.scale} />
    </>
  );
}
