import { inset } from "./plot-axes";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";
import { bandPath, SIDE } from "./series-path";
import type { Band } from "./stack";

interface StackedPlotProps {
  frame: PlotFrame;
  series: readonly Series[];
  stack: readonly (readonly Band[])[];
}

/** Series on one another. A few paths: the chart library has nothing to add to them. */
export function StackedPlot({ frame, series, stack }: StackedPlotProps) {
  const box = { from: frame.from, to: frame.to, min: frame.y.min, max: frame.y.max };
  return (
    <div aria-hidden="true" className="pointer-events-none absolute overflow-hidden" style={inset(frame)}>
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
        {series.map(({ key, color }, i) => (
          <path
            key={key}
            d={bandPath(stack[i] ?? [], box)}
            fill={color}
            fillOpacity="0.5"
            stroke={color}
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
