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
      aria-hidden="true"
      className="shrink-0 text-faint group-data-old/panel:text-old"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {end ? <circle cx={end.x} cy={end.y} r="1.75" className="fill-strong group-data-old/panel:fill-old" /> : null}
    </svg>
  );
}
