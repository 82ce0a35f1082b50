import type { BoardDocument } from "../../core/boards/document";
import type { KeyMeta } from "../../core/protocol/parts";
import { arrange, lines, type Row, stats } from "./arrange";

interface KnownKey {
  readonly key: string;
  readonly meta: KeyMeta;
}

const STATS = 6;
const CHARTS = 4;
const LINES = 8;

/**
 * A first board of a source: its first numbers large, charts of the numbers that share a unit, its streams as they come,
 * and everything in a table. Something to begin from, that shows each key once at least.
 */
export function boardOfKeys(slug: string, name: string, keys: readonly KnownKey[]): BoardDocument {
  const series = keys.filter(({ meta }) => meta.kind === "series");
  const streams = keys.filter(({ meta }) => meta.kind === "stream");
  const large = series.slice(0, STATS).map((one, i) => ({ id: `n${i + 1}`, title: titleOf(one), key: one.key }));
  const charts = byUnit(series).slice(0, CHARTS).map(chartOf);
  const rows: Row[] = [
    ...(large.length > 0 ? [stats(...large)] : []),
    ...pairs(charts).map((pair) => lines(...pair)),
    ...streams.slice(0, CHARTS).map((one, i) => events(one, i)),
    {
      height: 10,
      weights: [2, 1],
      panels: [
        { id: "all", type: "table", title: "All keys", keys: [`${slug}.*`] },
        { id: "sources", type: "status", title: "Sources" },
      ],
    },
  ];
  return { schema: 1, title: name, panels: arrange(rows) };
}

function events({ key, meta }: KnownKey, i: number): Row {
  return { height: 8, panels: [{ id: `e${i + 1}`, type: "events", title: titleOf({ key, meta }), key }] };
}

/** Numbers of one unit may share an axis; those without one are told apart by their names' beginnings. */
function byUnit(series: readonly KnownKey[]): KnownKey[][] {
  const groups = Map.groupBy(series, ({ key, meta }) => meta.unit ?? key.split(".").slice(0, 2).join("."));
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function chartOf(group: readonly KnownKey[], i: number) {
  const [first] = group;
  const alone = group.length === 1 && first ? titleOf(first) : null;
  return {
    id: `c${i + 1}`,
    title: alone ?? (first?.meta.unit ? `In ${first.meta.unit}` : (first?.key.split(".")[1] ?? "Numbers")),
    series: group.slice(0, LINES).map((one) => ({ key: one.key, name: titleOf(one) })),
  };
}

function pairs<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, i) => all.slice(2 * i, 2 * i + 2));
}

/** What upstream calls it, or its name below the source's. */
function titleOf({ key, meta }: KnownKey): string {
  return (meta.label ?? key.slice(key.indexOf(".") + 1)).slice(0, 120);
}
