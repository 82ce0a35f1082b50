import type { Column, SortValue } from "./column";

export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** The rows that have all words of the search in one or another of their columns, in the order asked for. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
  search: string,
): readonly Row[] {
  return sorted(found(rows, columns, search), columns, sort);
}

function found<Row>(rows: readonly Row[], columns: readonly Column<Row>[], search: string): readonly Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const texts = columns.flatMap(({ text }) => text ?? []);
  return rows.filter((row) => {
    const line = texts
      .map((text) => text(row))
      .join("\n")
      .toLowerCase();
    return words.every((word) => line.includes(word));
  });
}

/** "disk9" before "disk10", whatever the language. */
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const by = columns.find(({ id }) => id === sort?.column)?.sortValue;
  if (!by || !sort) return rows;
  const way = sort.isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) =>
      a.value === null || b.value === null ? lastIfNull(a.value, b.value) : way * compare(a.value, b.value),
    )
    .map(({ row }) => row);
}

function lastIfNull(a: SortValue, b: SortValue): number {
  return Number(a === null) - Number(b === null);
}

/** Numbers stand before texts. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return typeof a === "number" ? -1 : 1;
}

/** What pressing a column's head leads to: numbers begin with the largest, texts with the first; a third press ends it. */
export function nextSort<Row>(held: Sort | null, column: Column<Row>, rows: readonly Row[]): Sort | null {
  const first = rows.find((row) => column.sortValue?.(row) !== null);
  const startsDescending = first !== undefined && typeof column.sortValue?.(first) === "number";
  if (held?.column !== column.id) return { column: column.id, isDescending: startsDescending };
  return held.isDescending === startsDescending ? { ...held, isDescending: !startsDescending } : null;
}
