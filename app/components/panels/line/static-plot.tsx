import { useReader } from "../../format/reader-provider";
import { type PlotFrame, placeOf } from "./plot-frame";
import type { Series } from "./series";
import { areaPath, linePath, SIDE } from "./series-path";
import { labelledTicks } from "./tick-label";

/** The chart without a script: the same lines at the same place, as the server draws them. */
export function StaticPlot({ frame, series, area }: { frame: PlotFrame; series: readonly Series[]; area: boolean }) {
  const { timeZone } = useReader();
  const box = { from: frame.from, to: frame.to, min: frame.y.min, max: frame.y.max };
  return (
    <div aria-hidden="true" className="absolute text-12 text-faint" style={inset(frame)}>
      {frame.y.ticks.map((tick, i) => (
        <div
          key={tick}
          className={`absolute inset-x-0 border-t ${tick === frame.y.min ? "border-(--plot-axis)" : "border-(--plot-grid)"}`}
          style={{ top: placeOf(frame, frame.from, tick).top }}
        >
          <span className="absolute top-0 right-full mr-2 -translate-y-1/2 whitespace-nowrap">{frame.labels[i]}</span>
        </div>
      ))}
      {labelledTicks(frame.from, frame.to, timeZone).map(({ at, label }) => (
        <span
          key={at}
          className="absolute top-full mt-[5px] -translate-x-1/2 leading-[14px]"
          style={{ left: placeOf(frame, at, 0).left }}
        >
          {label}
        </span>
      ))}
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

export function inset({ margin }: PlotFrame) {
  return { top: margin.top, right: margin.right, bottom: margin.bottom, left: margin.left };
}
