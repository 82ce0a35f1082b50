import { useMemo, useState } from "react";
import type { Panel } from "../../../../core/boards/document";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { arrange, nextSort, type Sort } from "./arrange";
import type { Column } from "./column";
import { HeadCell } from "./head-cell";
import { RowsGrid, type RowsGridProps } from "./rows-grid";
import { useColumnWidths } from "./use-column-widths";

interface DataTableProps<Row> extends Pick<RowsGridProps<Row>, "rows" | "columns"> {
  panel: Panel;
  search: string;
}

interface Identified {
  readonly id: string;
}

const idOf = ({ id }: Identified) => id;

/** Any number of rows in a panel. What a person made of it (order, widths, place, cell) stays while the values move on. */
export function DataTable<Row extends Identified>({ panel, search, rows, columns }: DataTableProps<Row>) {
  const { boardId } = useBoard();
  const [sort, setSort] = useState<Sort | null>(null);
  // Kept in this browser under this name.
  const widths = useColumnWidths(`${boardId}.${panel.id}`);
  const shown = useMemo(() => arrange(rows, columns, sort, search), [rows, columns, sort, search]);
  return (
    <>
      <p role="status" className="sr-only">
        {search === "" ? "" : `${shown.length} of ${rows.length} rows`}
      </p>
      {shown.length === 0 && search !== "" ? (
        <NothingFound search={search} rows={rows.length} columns={columns} />
      ) : (
        <RowsGrid
          label={panel.title}
          height={panel.place.h * 40}
          idOf={idOf}
          rows={shown}
          columns={columns}
          widths={widths.widths}
          head={columns.map((column) => (
            <HeadCell
              key={column.id}
              title={column.title}
              column={column.id}
              isRight={column.isRight ?? false}
              from={column.from}
              press={column.sortValue ? () => setSort((held) => nextSort(held, column, rows)) : null}
              sort={sort}
              widths={widths}
            />
          ))}
        />
      )}
    </>
  );
}

interface NothingFoundProps<Row> {
  search: string;
  rows: number;
  columns: readonly Column<Row>[];
}

function NothingFound<Row>({ search, rows, columns }: NothingFoundProps<Row>) {
  const searched = columns.filter(({ text }) => text !== null).map(({ title }) => title);
  return (
    <PanelMessage title={`No row has “${search}”`}>
      {rows} rows were searched in {searched.join(", ")}.
    </PanelMessage>
  );
}
