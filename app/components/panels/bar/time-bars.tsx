import type { BarPanel } from "../../../../core/boards/document";
import { boundsOf } from "../../../../core/range/time-range";
import { useNow } from "../../../live/use-now";
import { useReader } from "../../format/reader-provider";
import { zoneOffset } from "../../format/wall-time";
import { MarkLayer } from "../../notes/mark-layer";
import { useBoardRange } from "../../range/range-context";
import { CrosshairLayer } from "../line/crosshair";
import { Legend } from "../line/legend";
import { LegendContext, useLegendChoice } from "../line/legend-context";
import { inset, PlotAxes } from "../line/plot-axes";
import { type PlotFrame, placeOf } from "../line/plot-frame";
import { PlotMarks } from "../line/plot-marks";
import { type Series, windowOf } from "../line/series";
import { shownWindow } from "../line/shown-window";
import { useColoredSeries } from "../line/use-colored-series";
import { usePlotFrame } from "../line/use-plot-frame";
import { ValuesTable } from "../line/values-table";
import { useChecks } from "../use-checks";
import { isBlank } from "../values/shown-value";
import { useSeries } from "../values/use-series";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { type BarBox, barBoxes } from "./bar-boxes";
import { type Buckets, bucketsOf, meansOf } from "./buckets";

const AXIS_STEP = 5_000;
const none: NonNullable<BarPanel["thresholds"]> = [];

/** For each stretch of time a bar of what each series came to in it; the one that is not over is an outline. */
export function TimeBars({ panel }: { panel: BarPanel }) {
  const shown = useSeries(panel.series);
  const series = useColoredSeries(panel, shown.values);
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A bar"
      threshold={worstOf(shown.values, panel.thresholds)?.level}
      isEmpty={shown.values.every(isBlank)}
      skeleton={<span className="mt-1.5 mr-1 mb-10 ml-6 block flex-1 rounded-4 bg-hover" />}
    >
      <BarPlot panel={panel} series={series} slugs={shown.slugs} />
    </ValuesShell>
  );
}

interface BarPlotProps {
  panel: BarPanel;
  series: readonly Series[];
  slugs: readonly string[];
}

function BarPlot({ panel, series: all, slugs }: BarPlotProps) {
  const { shown: series, choice } = useLegendChoice(all);
  const { range, knownFrom } = useBoardRange();
  const { timeZone } = useReader();
  const now = useNow(AXIS_STEP);
  const { from, to } = boundsOf(range, now);
  const oldest = Math.min(to, knownFrom, ...series.map(({ points }) => points[0]?.[0] ?? to));
  const span = range.kind === "past" ? to - from : shownWindow(to - oldest, to - from);
  const buckets = bucketsOf(to - span, to, zoneOffset(to, timeZone));
  const until = Math.min(to, useKnownUntil(slugs));
  const means = series.map(({ points }) => meansOf(windowOf(points, buckets.from, until), buckets, until));
  const boxes = barBoxes(means, panel.stacked ?? false);
  const extent = {
    low: Math.min(0, ...boxes.map(({ low }) => low)),
    high: Math.max(0, ...boxes.map(({ high }) => high)),
  };
  const { thresholds = none, min, max } = panel;
  const end = buckets.from + buckets.count * buckets.step;
  const frame = usePlotFrame({
    extent,
    from: buckets.from,
    to: end,
    unit: series[0]?.unit,
    decimals: panel.decimals,
    thresholds,
    min,
    max,
  });
  const byBucket = series.map((one, i) => ({ ...one, points: pointsOf(means[i] ?? [], buckets) }));
  return (
    <>
      <div className="plot relative min-h-0 flex-1">
        <PlotAxes frame={frame} />
        <div aria-hidden="true" className="absolute" style={inset(frame)}>
          <Boxes boxes={boxes} series={series} buckets={buckets} frame={frame} to={to} />
        </div>
        <PlotMarks frame={frame} thresholds={thresholds} known={null} />
        <CrosshairLayer panelId={panel.id} title={panel.title} frame={frame} series={byBucket} />
        <MarkLayer frame={frame} />
      </div>
      <LegendContext value={choice}>
        <Legend series={byBucket.map(untilKnown)} scale={frame.scale} />
      </LegendContext>
      <ValuesTable title={`${panel.title}, means`} series={byBucket} range={span} />
    </>
  );
}

/** Up to when the last values are known to hold. */
function useKnownUntil(slugs: readonly string[]): number {
  const checks = useChecks(slugs);
  const looks = checks.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [checkedAt]));
  return looks.length === 0 ? 0 : Math.min(...looks);
}

/** Without the buckets at its end of which nothing is known: the legend has the newest mean. */
function untilKnown(one: Series): Series {
  return { ...one, points: one.points.slice(0, one.points.findLastIndex(([, mean]) => mean !== null) + 1) };
}

/** Each mean in the middle of its bucket, where the crosshair finds it. */
function pointsOf(means: readonly (number | null)[], { from, step }: Buckets): Series["points"] {
  return means.map((mean, i) => [from + (i + 0.5) * step, mean]);
}

interface BoxesProps {
  boxes: readonly BarBox[];
  series: readonly Series[];
  buckets: Buckets;
  frame: PlotFrame;
  /** Where the window ends: a bucket that goes on after it is an outline. */
  to: number;
}

/** The share of its bucket that a bar fills. */
const FILLED = 0.8;

function Boxes({ boxes, series, buckets: { from, step, count }, frame, to }: BoxesProps) {
  const top = (value: number) => placeOf(frame, from, Math.min(frame.y.max, Math.max(frame.y.min, value))).top;
  return (
    <svg className="absolute inset-0 size-full overflow-visible">
      {boxes.map(({ series: of, bucket, low, high, slot, slots }) => {
        const width = (100 / count) * (FILLED / slots);
        const x = (100 / count) * (bucket + (1 - FILLED) / 2) + slot * width;
        const isOpen = from + (bucket + 1) * step > to;
        const height = Number.parseFloat(top(low)) - Number.parseFloat(top(high));
        const color = series[of]?.color;
        return (
          <rect
            key={`${of} ${bucket}`}
            x={`${x}%`}
            width={`${width}%`}
            y={top(high)}
            height={`${height}%`}
            fill={isOpen ? "none" : color}
            fillOpacity="0.8"
            stroke={isOpen ? color : "none"}
            strokeDasharray="2 2"
          />
        );
      })}
    </svg>
  );
}
