import type { BoardDocument, Panel } from "../../core/boards/document";

/** Sources that are pushed to once a second, one after the other, each time with a new value for each of their keys. */
export const SOURCES = 8;
/** A point a second in a window of five minutes. */
export const POINTS = 300;
const CHARTS = 25;
const STATS = 20;
const TABLES = 5;
const KEYS = 200;

export const slugs: readonly string[] = Array.from({ length: SOURCES }, (_, i) => `bench${i}`);

/** Each is shown once: one in each chart and stat, and 31 in each table. Neighbours come from different sources. */
export const keys: readonly string[] = Array.from({ length: KEYS }, (_, i) => `${slugs[i % SOURCES]}.${partOf(i)}`);

function partOf(i: number): string {
  if (i < CHARTS) return `line${i}`;
  if (i < CHARTS + STATS) return `stat${i - CHARTS}`;
  return `table${i % TABLES}.row${i}`;
}

/** Five times: a row of four stats, then five charts and a table, three side by side. */
export const board: BoardDocument = {
  schema: 1,
  title: "Fifty panels",
  span: POINTS * 1_000,
  panels: Array.from({ length: TABLES }, (_, group) => panelsOf(group)).flat(),
};

function panelsOf(group: number): Panel[] {
  const at = (x: number, row: number, w: number, h: number) => ({ x, y: group * 15 + row, w, h });
  const stats = Array.from({ length: STATS / TABLES }, (_, i): Panel => {
    const [n, place] = [group * 4 + i, at(i * 3, 0, 3, 3)];
    return { id: `stat${n}`, type: "stat", title: `Figure ${n}`, place, key: keys[CHARTS + n] ?? "" };
  });
  const lines = Array.from({ length: CHARTS / TABLES }, (_, i): Panel => {
    const [n, place] = [group * 5 + i, at((i % 3) * 4, i < 3 ? 3 : 9, 4, 6)];
    return {
      id: `line${n}`,
      type: "line",
      title: `Course ${n}`,
      place,
      series: [{ key: keys[n] ?? "", name: "Load" }],
    };
  });
  const rows = slugs.map((slug) => `${slug}.table${group}.*`);
  return [
    ...stats,
    ...lines,
    { id: `table${group}`, type: "table", title: `Keys ${group}`, place: at(8, 9, 4, 6), keys: rows },
  ];
}
