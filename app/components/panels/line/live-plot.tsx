import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { Point } from "../../../../core/protocol/parts";
import { useReader } from "../../format/reader-provider";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";
import { labelledTicks } from "./tick-label";

interface LivePlotProps {
  frame: PlotFrame;
  series: readonly Series[];
  area: boolean;
  width: number;
  height: number;
}

const tick = { fontSize: 12, fill: "var(--text-faint)" };
const axisLine = { stroke: "var(--plot-axis)" };
/** Stable functions: a new one each time would make the chart select all its data anew. */
const timeOf = (point: Point) => point[0];
const valueOf = (point: Point) => point[1];

/**
 * The chart proper, drawn lean: fixed numeric domains and size, straight lines, no dots, no animation, nothing that
 * listens to the pointer. What costs in this library is a chart, not a point.
 */
export default function LivePlot({ frame, series, area, width, height }: LivePlotProps) {
  const { timeZone } = useReader();
  const { margin } = frame;
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={{ top: margin.top, right: margin.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      className="pointer-events-none [&_svg]:overflow-visible"
    >
      <CartesianGrid vertical={false} stroke="var(--plot-grid)" syncWithTicks />
      {timeAxis(frame, timeZone)}
      {valueAxis(frame)}
      {area && series[0] ? (
        <Area
          data={[...series[0].points]}
          dataKey={valueOf}
          type="linear"
          stroke="none"
          fill={series[0].color}
          fillOpacity="var(--area)"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ) : null}
      {series.map(({ key, color, points }) => (
        <Line
          key={key}
          data={[...points]}
          dataKey={valueOf}
          type="linear"
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </ComposedChart>
  );
}

function timeAxis({ from, to, margin }: PlotFrame, timeZone: string) {
  const times = labelledTicks(from, to, timeZone);
  return (
    <XAxis
      type="number"
      dataKey={timeOf}
      domain={[from, to]}
      allowDataOverflow
      ticks={times.map(({ at }) => at)}
      interval={0}
      tickFormatter={(_at: number, i: number) => times[i]?.label ?? ""}
      height={margin.bottom}
      tick={tick}
      tickLine={false}
      tickSize={0}
      tickMargin={6}
      axisLine={axisLine}
    />
  );
}

function valueAxis({ y, labels, margin }: PlotFrame) {
  return (
    <YAxis
      type="number"
      domain={[y.min, y.max]}
      allowDataOverflow
      ticks={[...y.ticks]}
      interval={0}
      tickFormatter={(value: number) => labels[y.ticks.indexOf(value)] ?? ""}
      width={margin.left}
      tick={tick}
      tickLine={false}
      tickSize={0}
      tickMargin={8}
      axisLine={false}
    />
  );
}
