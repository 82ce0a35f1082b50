import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { arrange, nextSort } from "./arrange";
import type { Column } from "./column";

interface Row {
  readonly name: string;
  readonly load: number | null;
}
const columns: Column<Row>[] = [
  { id: "name", title: "Name", sortValue: ({ name }) => name, text: ({ name }) => name, cell: () => null },
  { id: "load", title: "Load", sortValue: ({ load }) => load, text: ({ load }) => String(load), cell: () => null },
  { id: "spark", title: "15 min", text: null, cell: () => null },
];
const [name, load] = columns as [Column<Row>, Column<Row>];
const rows: Row[] = [
  { name: "disk10", load: 2 },
  { name: "disk9", load: null },
  { name: "Éclair", load: -1 },
  { name: "apple", load: 2 },
];
const names = (found: readonly Row[]) => found.map((row) => row.name);

test("sorts numbers as numbers and names as people count them; what is not known stands last, whichever way", () => {
  expect(names(arrange(rows, columns, { column: "name", isDescending: false }, ""))).toEqual([
    "apple",
    "disk9",
    "disk10",
    "Éclair",
  ]);
  expect(names(arrange(rows, columns, { column: "load", isDescending: false }, ""))).toEqual([
    "Éclair",
    "disk10",
    "apple",
    "disk9",
  ]);
  expect(names(arrange(rows, columns, { column: "load", isDescending: true }, ""))).toEqual([
    "disk10",
    "apple",
    "Éclair",
    "disk9",
  ]);
});

test("finds all words of a search, in one column or another, in capitals or not", () => {
  expect(names(arrange(rows, columns, null, "DISK 2"))).toEqual(["disk10"]);
  expect(names(arrange(rows, columns, null, "  "))).toEqual(names(rows));
  expect(arrange(rows, columns, null, "nothing like it")).toEqual([]);
});

test("neither sorted nor searched, the rows are the same array", () => {
  expect(arrange(rows, columns, null, "")).toBe(rows);
  expect(arrange(rows, columns, { column: "spark", isDescending: true }, "")).toBe(rows);
});

test("pressing a head sorts one way, the other, and no more; another column begins anew", () => {
  const once = nextSort(null, load, rows);
  expect(once).toEqual({ column: "load", isDescending: true });
  const twice = nextSort(once, load, rows);
  expect(twice).toEqual({ column: "load", isDescending: false });
  expect(nextSort(twice, load, rows)).toBeNull();
  expect(nextSort(twice, name, rows)).toEqual({ column: "name", isDescending: false });
});

const anyRow = fc.record({ name: fc.string({ maxLength: 3 }), load: fc.option(fc.double({ noNaN: true })) });
property.prop([fc.array(anyRow), fc.boolean()])(
  "sorting loses and invents no row, and ties keep their order",
  (all, isDescending) => {
    const found = arrange(all, columns, { column: "load", isDescending }, "");
    expect(new Set(found)).toEqual(new Set(all));
    expect(found).toHaveLength(all.length);
    for (const [i, row] of found.entries()) {
      const next = found[i + 1];
      if (!next) continue;
      if (row.load === null) expect(next.load).toBeNull();
      else if (next.load !== null) expect(isDescending ? row.load >= next.load : row.load <= next.load).toBe(true);
      if (row.load === next.load) expect(all.indexOf(row)).toBeLessThan(all.lastIndexOf(next) + 1);
    }
  },
);
