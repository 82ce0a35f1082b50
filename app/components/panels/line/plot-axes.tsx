import { useReader } from "../../format/reader-provider";
import { axisOf, type PlotFrame, placeOf } from "./plot-frame";
import { labelledTicks } from "./tick-label";

/** The grid and the labels of a plot, in its box. Not the chart library's: the server draws them, too. */
export function PlotAxes({ frame }: { frame: PlotFrame }) {
  const { timeZone } = useReader();
  const { min, max } = frame.y;
  const axis = min < 0 && max > 0 ? 0 : min;
  return (
    <div aria-hidden="true" className="absolute text-12 text-faint [container-type:size]" style={inset(frame)}>
      {frame.y.ticks.map((tick, i) => (
        <div
          // Of another axis it is another line: the same one would be seen to shift.
          key={`${tick} ${axisOf(frame)}`}
          className={`absolute inset-x-0 border-t ${tick === axis ? "border-(--plot-axis)" : "border-(--plot-grid)"}`}
          style={{ top: placeOf(frame, frame.from, tick).top }}
        >
          <span
            className={`absolute top-0 right-full mr-2 -translate-y-1/2 whitespace-nowrap ${spare(i, frame.labels.length - 1)}`}
          >
            {frame.labels[i]}
          </span>
        </div>
      ))}
      {labelledTicks(frame.from, frame.to, timeZone).map(({ at, label }, i) => (
        <span
          key={at}
          className={`absolute top-full mt-[5px] -translate-x-1/2 leading-[14px] whitespace-nowrap ${spareTime(i, label)}`}
          style={{ left: placeOf(frame, at, 0).left }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

/** Where a plot is so low that its labels would touch, every second one is left out; where it is lower, all but its ends. */
function spare(i: number, last: number): string {
  if (i % 2 === 1) return "[@container_(height<70px)]:hidden";
  return i > 0 && i < last ? "[@container_(height<40px)]:hidden" : "";
}

/** The same of times, in a plot that is narrow: those with seconds or days take more room. */
function spareTime(i: number, label: string): string {
  const isLong = label.length > "00:00".length;
  if (i % 2 === 1) return isLong ? "@max-[300px]:hidden" : "@max-[190px]:hidden";
  return i > 0 ? (isLong ? "@max-[150px]:hidden" : "@max-[90px]:hidden") : "";
}

/** Where the plot lies in its box. */
export function inset({ margin }: PlotFrame) {
  return { top: margin.top, right: margin.right, bottom: margin.bottom, left: margin.left };
}
