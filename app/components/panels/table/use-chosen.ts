import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { copyText } from "../../ui/copy-text";
import type { Column } from "./column";
import { moved, type Place } from "./moved";

/** A cell that a person chose, and what can be copied of it: the values themselves, the row's with tabs between them. */
export interface Chosen {
  readonly place: Place;
  readonly cell: string;
  readonly row: string;
}

/** The cell at which the keyboard is, or that was pressed. It stays with its row, wherever that goes. */
export function useChosen<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  columns: readonly Column<Row>[],
  showRow: (index: number) => void,
) {
  const [at, setAt] = useState<{ readonly row: string; readonly column: string } | null>(null);
  const index = at === null ? -1 : rows.findIndex((row) => idOf(row) === at.row);
  const chosen = chosenAt(rows, columns, { row: index, column: columns.findIndex(({ id }) => id === at?.column) });
  const choose = (place: Place | null) => {
    const [row, column] = place ? [rows[place.row], columns[place.column]] : [];
    setAt(row === undefined || column === undefined ? null : { row: idOf(row), column: column.id });
    if (place) showRow(place.row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The buttons in its head have keys of their own.
    if (event.target !== event.currentTarget) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = moved(event.key, isFar, chosen?.place ?? null, rows.length, columns.length);
    if (to) choose(to);
    else if (event.key === "Escape" && chosen) choose(null);
    else if (event.key === "c" && isFar && chosen && getSelection()?.isCollapsed !== false) void copyText(chosen.cell);
    else return;
    event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    const row = Number(cell?.closest<HTMLElement>("[data-index]")?.dataset.index);
    // Who marks some of the text wants that.
    if (!cell || getSelection()?.isCollapsed === false) return;
    choose({ row, column: columns.findIndex(({ id }) => id === cell.dataset.cell) });
  };
  return { chosen, choose, onKeyDown, onClick };
}

function chosenAt<Row>(rows: readonly Row[], columns: readonly Column<Row>[], place: Place): Chosen | null {
  const [row, column] = [rows[place.row], columns[place.column]];
  if (row === undefined || column === undefined) return null;
  const cells = columns.flatMap(({ text }) => (text ? [text(row)] : []));
  return { place, cell: column.text?.(row) ?? "", row: cells.join("\t") };
}
