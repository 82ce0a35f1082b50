import { useRef } from "react";
import type { Point } from "../../../../core/protocol/parts";
import { useHistoryState } from "../../../live/history/use-history-state";
import { MarkLayer } from "../../notes/mark-layer";
import { useSize } from "../use-size";
import { CrosshairLayer } from "./crosshair";
import { Legend } from "./legend";
import { LonePoints } from "./lone-points";
import { PlotAxes } from "./plot-axes";
import { PlotMarks } from "./plot-marks";
import { PlotPicture } from "./plot-picture";
import { extentOf, type Series, windowOf } from "./series";
import { type Band, stackOf } from "./stack";
import { type Limits, usePlotFrame } from "./use-plot-frame";
import { usePlotWindow } from "./use-plot-window";

export interface PlotProps extends Limits {
  panelId: string;
  title: string;
  series: readonly Series[];
  area: boolean;
  /** Each line stands on the one before it. */
  stacked: boolean;
  /** The lines of the stretch of time before, at the times of this one. */
  before?: readonly Series[];
  /** A stream whose events are drawn. */
  events?: string | undefined;
  /** When the sources of the lines were last looked at: up to there the last values are known to hold. */
  checkedAt: number | null;
}

export function Plot({ series, checkedAt, area, stacked, before = none, ...rest }: PlotProps) {
  const { from, to, until } = usePlotWindow(series, checkedAt);
  const shown = series.map((one) => ({ ...one, points: windowOf(one.points, from, until) }));
  const stack = stacked ? stackOf(shown.map(({ points }) => points)) : null;
  const lines = stack ? shown.map((one, i) => ({ ...one, tops: topsOf(stack[i]) })) : shown;
  const then = before.map((one) => ({ ...one, points: windowOf(one.points, from, 0).filter(([at]) => at <= to) }));
  const drawn = [...lines.map(({ tops, points }) => tops ?? points), ...then.map(({ points }) => points)];
  const frame = usePlotFrame({
    extent: extentOf(drawn),
    from,
    to,
    unit: shown[0]?.unit,
    decimals: shown[0]?.decimals,
    ...rest,
  });
  const isComing = useHistoryState() === "loading";
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  return (
    <>
      <div ref={box} className="plot relative min-h-0 flex-1">
        <PlotAxes frame={frame} />
        {/* Until another range is there, what is known of it stands there, and is seen not to be all. */}
        <div className={isComing ? "opacity-60" : ""}>
          <PlotPicture frame={frame} size={size} series={shown} area={area} stack={stack} before={then} />
          {stack ? null : <LonePoints frame={frame} series={shown} />}
        </div>
        <PlotMarks
          frame={frame}
          thresholds={rest.thresholds}
          known={checkedAt === null ? null : { lines: drawn, isFilled: stacked || area, until: checkedAt }}
        />
        <CrosshairLayer
          panelId={rest.panelId}
          title={rest.title}
          frame={frame}
          series={then.length > 0 ? [...lines, ...then] : lines}
        />
        <MarkLayer frame={frame} events={rest.events} />
      </div>
      <Legend series={before.length > 0 ? [...series, ...before] : series} scale={frame.scale} />
    </>
  );
}

const none: readonly Series[] = [];

function topsOf(bands: readonly Band[] = []): Point[] {
  return bands.map(([at, , top]) => [at, top]);
}
