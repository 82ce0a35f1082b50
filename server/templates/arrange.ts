import type { LinePanel, Panel, StatPanel } from "../../core/boards/document";
import { GRID_COLUMNS } from "../../core/boards/grid-columns";

const STAT_HEIGHT = 3;

type Unplaced<P extends Panel> = P extends Panel ? Omit<P, "place"> : never;
/** A row of panels: they share its width, by their weights if they have any. */
export interface Row {
  readonly height: number;
  readonly panels: readonly Unplaced<Panel>[];
  readonly weights?: readonly number[];
}

/** Puts rows of panels under one another, each filled to the edge. */
export function arrange(rows: readonly Row[]): Panel[] {
  let y = 0;
  return rows.flatMap(({ height, panels, weights = panels.map(() => 1) }) => {
    const widths = widthsOf(weights);
    const top = y;
    y += height;
    return panels.map((panel, i): Panel => {
      const { x, w } = widths[i] ?? { x: 0, w: GRID_COLUMNS };
      return { ...panel, place: { x, y: top, w, h: height } };
    });
  });
}

/** Whole columns that come nearest to the weights and fill the grid. */
function widthsOf(weights: readonly number[]): { x: number; w: number }[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const x = Math.round((before / total) * GRID_COLUMNS);
    before += weight;
    return { x, w: Math.round((before / total) * GRID_COLUMNS) - x };
  });
}

/** A row of numbers. */
export function stats(...panels: readonly Omit<StatPanel, "type" | "place">[]): Row {
  return { height: STAT_HEIGHT, panels: panels.map((panel) => ({ ...panel, type: "stat" })) };
}

/** A row of charts. */
export function lines(...panels: readonly Omit<LinePanel, "type" | "place">[]): Row {
  return { height: 7, panels: panels.map((panel) => ({ ...panel, type: "line" })) };
}
