import type { Point } from "../../../core/protocol/parts";
import { thinPoints } from "./thin-points";

export interface Spark {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
}

const MARGIN = 2;

/** A series as an SVG path in a box, from its lowest to its highest value; a gap where nothing is known. */
export function sparkPath(points: readonly Point[], from: number, to: number, width: number, height: number): Spark {
  // A point a pixel: more is not seen, and the text goes over the wire.
  const shown = thinPoints(
    points.filter(([at]) => at >= from),
    width,
  );
  const values = shown.flatMap(([, value]) => (value === null ? [] : [value]));
  if (values.length === 0) return { path: "", end: null };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => round(MARGIN + ((at - from) / Math.max(1, to - from)) * (width - 2 * MARGIN));
  const y = (value: number) =>
    high === low ? height / 2 : round(height - MARGIN - ((value - low) / (high - low)) * (height - 2 * MARGIN));
  let path = "";
  let end: Spark["end"] = null;
  let pen = "M";
  for (const [at, value] of shown) {
    if (value === null) {
      pen = "M";
      continue;
    }
    end = { x: x(at), y: y(value) };
    path += `${pen}${end.x} ${end.y}`;
    pen = "L";
  }
  return { path, end };
}

/** A tenth of a pixel: finer is not seen, and the text goes over the wire. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
