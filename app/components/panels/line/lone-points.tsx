import type { Point } from "../../../../core/protocol/parts";
import { inset } from "./plot-axes";
import { axisOf, type PlotFrame, placeOf } from "./plot-frame";
import type { Series } from "./series";

/** Dots that are drawn of a line at most: where there are more of them, they show by themselves how it goes. */
const MOST = 200;

/** Points with nothing known on either side: a line alone would not show them. */
export function lonePoints(points: readonly Point[]): (readonly [at: number, value: number])[] {
  return points.flatMap(([at, value], i) => {
    const isAlone = (points[i - 1]?.[1] ?? null) === null && (points[i + 1]?.[1] ?? null) === null;
    return value !== null && isAlone ? [[at, value] as const] : [];
  });
}

export function LonePoints({ frame, series }: { frame: PlotFrame; series: readonly Series[] }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute" style={inset(frame)}>
      {series.map(({ key, color, points }) =>
        lonePoints(points)
          // A window has the point before it, too.
          .filter(([at]) => at >= frame.from)
          .slice(-MOST)
          .map(([at, value]) => (
            <i
              key={`${key} ${at} ${axisOf(frame)}`}
              data-lone
              className="absolute -mt-0.5 -ml-0.5 size-1 rounded-full"
              style={{ ...placeOf(frame, at, value), background: color }}
            />
          )),
      )}
    </div>
  );
}
