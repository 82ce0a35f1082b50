import * as v from "valibot";

/** Characters of one row's text at most. */
export const MAX_ROW_TEXT = 2_000;

/** Only asked whether it fits: what a program adds to a row stays in it. */
const row = v.object({ id: v.string(), text: v.string(), done: v.boolean() });
const rows = v.array(row);

/** One row of a list panel's key: its value is an array of them. Ids are unique; whoever adds a row makes its id. */
export type ListRow = { readonly id: string; readonly text: string; readonly done: boolean };
export type ListRows = readonly ListRow[];

/** What a person does to a list, whatever it is by the time it arrives: others change it, too. */
export type ListChange = (rows: ListRows) => ListRows;

/** Whether a value is such a list. Rows keep their references, so that nobody draws what has not changed. */
export function isListRows(value: unknown): value is ListRows {
  return v.is(rows, value);
}

export function addRow(id: string, text: string): ListChange {
  return (rows) => (rows.some((one) => one.id === id) ? rows : [...rows, { id, text, done: false }]);
}

export function setDone(id: string, done: boolean): ListChange {
  return (rows) => changed(rows, id, (one) => (one.done === done ? one : { ...one, done }));
}

export function setText(id: string, text: string): ListChange {
  return (rows) => changed(rows, id, (one) => (one.text === text ? one : { ...one, text }));
}

/** To the place right before or behind another row; where that one is gone, it stays. Doing it twice changes nothing. */
export function placeRow(id: string, side: "before" | "behind", other: string): ListChange {
  return (rows) => {
    const row = rows.find((one) => one.id === id);
    const rest = rows.filter((one) => one.id !== id);
    const at = rest.findIndex((one) => one.id === other);
    if (!row || at === -1) return rows;
    const place = side === "before" ? at : at + 1;
    return rows[place] === row ? rows : rest.toSpliced(place, 0, row);
  };
}

export function removeRow(id: string): ListChange {
  return (rows) => {
    const left = rows.filter((one) => one.id !== id);
    return left.length === rows.length ? rows : left;
  };
}

/** Undoes a removal: after the row that it stood behind, at the front where that was none, at the end where it is gone. */
export function putBack(row: ListRow, after: string | null): ListChange {
  return (rows) => {
    if (rows.some((one) => one.id === row.id)) return rows;
    const before = after === null ? -1 : rows.findIndex((one) => one.id === after);
    return rows.toSpliced(after !== null && before === -1 ? rows.length : before + 1, 0, row);
  };
}

/** The same array where nothing changed. */
function changed(rows: ListRows, id: string, change: (row: ListRow) => ListRow): ListRows {
  const at = rows.findIndex((one) => one.id === id);
  const row = rows[at];
  if (!row) return rows;
  const next = change(row);
  return next === row ? rows : rows.with(at, next);
}
