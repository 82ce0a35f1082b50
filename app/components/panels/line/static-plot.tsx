import { inset } from "./plot-axes";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";
import { areaPath, linePath, SIDE } from "./series-path";

/** The lines of a chart without a script, at the same place, as the server draws them. */
export function StaticPlot({ frame, series, area }: { frame: PlotFrame; series: readonly Series[]; area: boolean }) {
  const box = { from: frame.from, to: frame.to, min: frame.y.min, max: frame.y.max };
  return (
    <div aria-hidden="true" className="absolute" style={inset(frame)}>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
        {area && series[0] ? (
          <path d={areaPath(series[0].points, box)} fill={series[0].color} fillOpacity="var(--area)" />
        ) : null}
        {series.map(({ key, color, points }) => (
          <path
            key={key}
            d={linePath(points, box)}
            fill="none"
            stroke={color}
            strokeWidth="1.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
