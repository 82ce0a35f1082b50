import type { Point } from "../../../core/protocol/parts";
import { sparkPath } from "./spark-path";

interface SparkProps {
  points: readonly Point[];
  /** How far back it shows at most, in milliseconds, counted from its newest point. */
  range: number;
  width?: number;
  height?: number;
}

/** A series' recent course in the size of a word: one path, its last point marked. */
export function Spark({ points, range, width = 80, height = 24 }: SparkProps) {
  const to = points.at(-1)?.[0] ?? 0;
  const from = Math.max(to - range, points[0]?.[0] ?? 0);
  const { path, end } = sparkPath(points, from, to, width, height);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="max-w-full overflow-visible text-faint group-data-old/panel:text-old"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {end ? (
        // A stroke without length is a dot, and stays round where the box is squeezed.
        <path
          d={`M${end.x} ${end.y}h0`}
          strokeWidth="3.5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-strong group-data-old/panel:stroke-old"
        />
      ) : null}
    </svg>
  );
}
