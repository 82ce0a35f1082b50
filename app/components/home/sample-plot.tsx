import { useState } from "react";
import type { Point } from "../../../core/protocol/parts";
import { useNow } from "../../live/use-now";
import { useReader } from "../format/reader-provider";
import { PlotAxes } from "../panels/line/plot-axes";
import { plotFrame } from "../panels/line/plot-frame";
import { PlotPicture } from "../panels/line/plot-picture";
import { extentOf, seriesColor, windowOf } from "../panels/line/series";
import { shownWindow } from "../panels/line/shown-window";
import { steadyDomain, type YDomain } from "../panels/line/y-domain";

interface Props {
  readonly points: readonly Point[];
  readonly unit: string | undefined;
  /** Milliseconds. */
  readonly range: number;
  /** Up to there the last value is known to hold. */
  readonly checkedAt: number | null;
}

/** The time axis moves in steps of so many milliseconds. */
const AXIS_STEP = 5_000;

/** The number's recent course: a plain picture, stretched to the page. */
export function SamplePlot({ points, unit, range, checkedAt }: Props) {
  const { locale } = useReader();
  const to = Math.max(useNow(AXIS_STEP), points.at(-1)?.[0] ?? 0);
  const from = to - shownWindow(to - (points[0]?.[0] ?? to), range);
  const shown = windowOf(points, from, Math.min(to, checkedAt ?? 0));
  const frame = plotFrame(from, to, useSteadyDomain(shown), { unit }, locale);
  return (
    <div className="relative h-44">
      {shown.length > 0 ? (
        <>
          <PlotAxes frame={frame} />
          <PlotPicture
            frame={frame}
            size={null}
            series={[{ key: "sample", name: "", unit, color: seriesColor(0), points: shown }]}
            area
          />
        </>
      ) : null}
    </div>
  );
}

/** The vertical axis stands still as long as the values fit. */
function useSteadyDomain(points: readonly Point[]): YDomain {
  const [held, hold] = useState<YDomain | null>(null);
  const extent = extentOf([points]) ?? { low: 0, high: 1 };
  const next = steadyDomain(held, { ...extent, min: 0, divisor: 1 });
  if (held === null || next.max !== held.max) hold(next);
  return next;
}
