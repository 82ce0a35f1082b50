import type { ReactNode } from "react";
import { Curve } from "recharts";
import type { Size } from "../use-size";
import { inset } from "./plot-axes";
import { PlotCanvas } from "./plot-canvas";
import type { PlotFrame } from "./plot-frame";
import type { Series } from "./series";
import type { Band } from "./stack";

interface PlotPictureProps {
  frame: PlotFrame;
  /** Of the box that the plot and its margins fill; null where it is not known: on the server, and before layout. */
  size: Size | null;
  series: readonly Series[];
  /** Under the first line the space down to zero is tinted. */
  area?: boolean;
  /** Where each series lies when it stands on the one before it; null where they do not. */
  stack?: readonly (readonly Band[])[] | null;
  /** The lines of the stretch of time before, faint and dashed under those of this one. */
  before?: readonly Series[];
}

/** A stroke keeps its width in a picture that is stretched: before its size is known, and on paper. */
const stroke = { fill: "none", strokeLinejoin: "round", vectorEffect: "non-scaling-stroke" } as const;

/**
 * The lines of a plot, the same on the server and in the browser. The frame has the scales already, so the chart library
 * draws its curves here without a chart of its own around them: that would work out its axes anew with each point, which
 * takes longer than all the rest of a panel.
 */
export function PlotPicture({ frame, size, series, area = false, stack = null, before = [] }: PlotPictureProps) {
  const canvas = new PlotCanvas(frame, size);
  const [first] = series;
  return (
    <Picture frame={frame} canvas={canvas}>
      {before.map(({ key, color, points }) => (
        <Curve
          {...stroke}
          key={`before ${key}`}
          className="before-line"
          points={canvas.line(points)}
          stroke={color}
          strokeOpacity="0.6"
          strokeWidth="1.25"
          strokeDasharray="3 3"
        />
      ))}
      {stack?.map((bands, i) => (
        <Stacked key={series[i]?.key} canvas={canvas} bands={bands} color={series[i]?.color} />
      ))}
      {area && first && !stack ? (
        <Curve
          points={canvas.line(first.points)}
          baseLine={canvas.ground}
          layout="horizontal"
          fill={first.color}
          fillOpacity="var(--area)"
        />
      ) : null}
      {stack
        ? null
        : series.map(({ key, color, points }) => (
            <Curve
              {...stroke}
              key={key}
              className="plot-line"
              points={canvas.line(points)}
              stroke={color}
              strokeWidth="1.5"
            />
          ))}
    </Picture>
  );
}

function Stacked({ canvas, bands, color }: { canvas: PlotCanvas; bands: readonly Band[]; color: string | undefined }) {
  const { top, base } = canvas.band(bands);
  return (
    <Curve
      {...stroke}
      className="plot-band"
      points={top}
      baseLine={base}
      layout="horizontal"
      fill={color}
      fillOpacity="0.5"
      stroke={color}
      strokeWidth="1"
    />
  );
}

/** At the plot's place in its box. A line on the upper or the lower edge keeps all of its width. */
function Picture({ frame, canvas, children }: { frame: PlotFrame; canvas: PlotCanvas; children: ReactNode }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute" style={inset(frame)}>
      <svg
        viewBox={`0 0 ${canvas.width} ${canvas.height}`}
        preserveAspectRatio="none"
        className="plot-picture absolute inset-0 size-full overflow-visible [clip-path:inset(-1px_0)]"
      >
        {children}
      </svg>
    </div>
  );
}
