import type { Panel } from "../../../core/boards/document";

const COLUMNS = 12;
type Kind = Panel["type"];

/**
 * What a kind needs to be read from five metres: columns of the wall, and rows of which a screen of 16 : 9 has ten. A
 * board is made for a desk, where twice as much fits into a line; a wall is laid out anew.
 */
const needs: Record<Exclude<Kind, "section">, readonly [columns: number, rows: number]> = {
  stat: [3, 3],
  gauge: [3, 4],
  pie: [4, 5],
  grid: [4, 4],
  bar: [6, 5],
  line: [6, 5],
  table: [4, 5],
  status: [4, 5],
  events: [4, 5],
  followed: [4, 5],
  list: [4, 5],
  note: [4, 4],
  text: [4, 4],
  discussion: [4, 5],
};

/** A panel's stretch of a line: 0-based column and line of its screen, columns. */
export interface WallPlace {
  readonly panel: Panel;
  readonly line: number;
  readonly x: number;
  readonly w: number;
}

export interface WallScreen {
  readonly places: readonly WallPlace[];
  /** Each line's height, as a share of the sum. */
  readonly lines: readonly number[];
}

interface Line {
  readonly panels: readonly { readonly panel: Panel; readonly w: number }[];
  readonly rows: number;
}

/**
 * A board's panels, in the order in which they are read, in full lines on as many screens as it takes. `capacity`: the
 * rows that a screen has.
 */
export function wallScreens(panels: readonly Panel[], capacity: number): WallScreen[] {
  const screens: Line[][] = [];
  let room = 0;
  for (const line of linesOf(panels)) {
    const current = screens.at(-1);
    if (current && line.rows <= room) current.push(line);
    else screens.push([line]);
    room = (current && line.rows <= room ? room : capacity) - line.rows;
  }
  return screens.map(placed);
}

function linesOf(panels: readonly Panel[]): Line[] {
  const lines: { panel: Panel; w: number; rows: number }[][] = [];
  let left = 0;
  for (const panel of panels) {
    if (panel.type === "section") continue;
    const [columns, rows] = needs[panel.type];
    if (columns > left) {
      lines.push([]);
      left = COLUMNS;
    }
    lines.at(-1)?.push({ panel, w: columns, rows });
    left -= columns;
  }
  return lines.map((line) => ({ panels: filled(line), rows: Math.max(...line.map(({ rows }) => rows)) }));
}

/** Hands the columns that are left to those that had most of them on the board, for what they need. */
function filled(line: readonly { panel: Panel; w: number }[]): Line["panels"] {
  const widths = line.map(({ panel, w }) => ({ panel, w }));
  for (let left = COLUMNS - widths.reduce((sum, { w }) => sum + w, 0); left > 0; left -= 1) {
    const [most] = widths.toSorted((a, b) => b.panel.place.w / b.w - a.panel.place.w / a.w);
    if (most) most.w += 1;
  }
  return widths;
}

function placed(lines: readonly Line[]): WallScreen {
  const places = lines.flatMap(({ panels }, line) => {
    let x = 0;
    return panels.map(({ panel, w }) => {
      x += w;
      return { panel, line, x: x - w, w };
    });
  });
  return { places, lines: lines.map(({ rows }) => rows) };
}
