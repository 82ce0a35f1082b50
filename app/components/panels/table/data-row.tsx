import { type Ref, useMemo } from "react";
import { type Column, hiddenBelow } from "./column";

interface DataRowProps<Row> {
  row: Row;
  /** Its place among all rows, from 0. */
  index: number;
  columns: readonly Column<Row>[];
  /** The id of the table, with which those of its cells begin. */
  table: string;
  /** The column that the keyboard is at in this row. */
  active: string | undefined;
  measure: Ref<HTMLTableRowElement>;
}

/** The id of a cell, by which the table says where the keyboard is. */
export function cellId(table: string, index: number, column: number): string {
  return `${table}-${index}-${column}`;
}

/** One row; what is in its cells is drawn anew only when the row has changed. */
export function DataRow<Row>({ row, index, columns, table, active, measure }: DataRowProps<Row>) {
  const inside = useMemo(() => columns.map(({ cell }) => cell(row)), [columns, row]);
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className="*:h-7.5 *:border-b *:border-line phone:*:h-10"
    >
      {columns.map(({ id, isRight, from }, i) => {
        const Cell = i === 0 ? "th" : "td";
        return (
          <Cell
            key={id}
            id={cellId(table, index, i)}
            data-cell={id}
            {...(i === 0 && { scope: "row" })}
            className={`truncate px-2 font-regular first:pl-3 last:pr-3 ${isRight ? "text-right" : "text-left"} ${from ? hiddenBelow[from] : ""} ${active === id ? "bg-hover outline-2 -outline-offset-2 outline-focus" : ""}`}
          >
            {inside[i]}
          </Cell>
        );
      })}
    </tr>
  );
}
