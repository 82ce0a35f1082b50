import { type ComponentProps, useMemo } from "react";
import { Area, ComposedChart, Curve, Line, XAxis, YAxis } from "recharts";
import type { Point } from "../../../../core/protocol/parts";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";

interface LivePlotProps {
  frame: PlotFrame;
  series: readonly Series[];
  area: boolean;
  width: number;
  height: number;
}

/** Stable functions: a new one each time would make the chart select all its data anew. */
const timeOf = (point: Point) => point[0];
const valueOf = (point: Point) => point[1];

const drawn = { dataKey: valueOf, type: "linear", dot: false, activeDot: false, isAnimationActive: false } as const;

/**
 * The lines alone, drawn lean: fixed numeric domains and size, straight lines, no dots, no animation, nothing that listens
 * to the pointer, axes that only scale. What costs in this library is a chart with its axes, not a point.
 */
export default function LivePlot({ frame: { from, to, y, margin }, series, area, width, height }: LivePlotProps) {
  const times = useMemo((): [number, number] => [from, to], [from, to]);
  const values = useMemo((): [number, number] => [y.min, y.max], [y]);
  return (
    <ComposedChart
      width={width}
      height={height}
      margin={margin}
      accessibilityLayer={false}
      className="pointer-events-none [&_svg]:overflow-visible"
    >
      <XAxis hide type="number" dataKey={timeOf} domain={times} allowDataOverflow />
      <YAxis hide type="number" domain={values} allowDataOverflow />
      {area && series[0] ? (
        <Area {...drawn} data={[...series[0].points]} stroke="none" fill={series[0].color} fillOpacity="var(--area)" />
      ) : null}
      {series.map(({ key, color, points }) => (
        <Line
          {...drawn}
          key={key}
          data={[...points]}
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
          shape={Unmeasured}
        />
      ))}
    </ComposedChart>
  );
}

/** Without a reference to its path the library does not have the browser measure the line at each repaint. */
function Unmeasured(props: ComponentProps<typeof Curve>) {
  return <Curve {...props} pathRef={null} />;
}
