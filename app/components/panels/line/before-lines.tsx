import { inset } from "./plot-axes";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";
import { linePath, SIDE } from "./series-path";

/** The lines of the stretch of time before, faint and dashed under those of this one. */
export function BeforeLines({ frame, series }: { frame: PlotFrame; series: readonly Series[] }) {
  const box = { from: frame.from, to: frame.to, min: frame.y.min, max: frame.y.max };
  return (
    <div aria-hidden="true" data-before className="absolute" style={inset(frame)}>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
        {series.map(({ key, color, points }) => (
          <path
            key={key}
            d={linePath(points, box)}
            fill="none"
            stroke={color}
            strokeOpacity="0.6"
            strokeWidth="1.25"
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
