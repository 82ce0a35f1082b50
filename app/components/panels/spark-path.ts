import type { Point } from "../../../core/protocol/parts";
import { byColumn, type Pixel } from "./by-column";

export interface Spark {
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
}

const MARGIN = 2;

/** Pixels: where more points lie in one, its ends, lowest and highest are drawn. More is not seen, and goes over the wire. */
const COLUMN = 4;

/** A series as an SVG path in a box, from its lowest to its highest value; a gap where nothing is known. */
export function sparkPath(points: readonly Point[], from: number, to: number, width: number, height: number): Spark {
  const shown = points.filter(([at]) => at >= from);
  const values = shown.flatMap(([, value]) => (value === null ? [] : [value]));
  if (values.length === 0) return { path: "", end: null };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => round(MARGIN + ((at - from) / Math.max(1, to - from)) * (width - 2 * MARGIN));
  const y = (value: number) =>
    high === low ? height / 2 : round(height - MARGIN - ((value - low) / (high - low)) * (height - 2 * MARGIN));
  const line = shown.map(([at, value]): Pixel => ({ x: x(at), y: value === null ? null : y(value) }));
  return pathOf(byColumn(line, COLUMN));
}

function pathOf(line: readonly Pixel[]): Spark {
  let path = "";
  let end: Spark["end"] = null;
  let pen = "M";
  for (const { x, y } of line) {
    if (y === null) {
      pen = "M";
      continue;
    }
    end = { x, y };
    path += `${pen}${x} ${y}`;
    pen = "L";
  }
  return { path, end };
}

/** A tenth of a pixel: finer is not seen, and the text goes over the wire. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
