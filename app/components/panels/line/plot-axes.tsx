import { useReader } from "../../format/reader-provider";
import { type PlotFrame, placeOf } from "./plot-frame";
import { labelledTicks } from "./tick-label";

/** The grid and the labels of a plot, in its box. Not the chart library's: the server draws them, too. */
export function PlotAxes({ frame }: { frame: PlotFrame }) {
  const { timeZone } = useReader();
  const { min, max } = frame.y;
  const axis = min < 0 && max > 0 ? 0 : min;
  return (
    <div aria-hidden="true" className="absolute text-12 text-faint" style={inset(frame)}>
      {frame.y.ticks.map((tick, i) => (
        <div
          key={tick}
          className={`absolute inset-x-0 border-t ${tick === axis ? "border-(--plot-axis)" : "border-(--plot-grid)"}`}
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
    </div>
  );
}

/** Where the plot lies in its box. */
export function inset({ margin }: PlotFrame) {
  return { top: margin.top, right: margin.right, bottom: margin.bottom, left: margin.left };
}
