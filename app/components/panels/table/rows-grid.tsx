import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useId, useRef } from "react";
import { type Column, hiddenBelow } from "./column";
import { CopyStrip } from "./copy-strip";
import { cellId, DataRow } from "./data-row";
import { useChosen } from "./use-chosen";

export interface RowsGridProps<Row> {
  label: string;
  head: ReactNode;
  rows: readonly Row[];
  /** What a row is known by while others come and go. */
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Pixels that a person gave to columns, by their ids. */
  widths: Readonly<Record<string, number>>;
  /** Pixels of it that are drawn before its size is known. */
  height: number;
}

const ROW = 30;
const HEAD = 28;
const LEAST = 120;

/** Rows in a grid that the keyboard walks through; only those in sight, and some around them, are in the page. */
export function RowsGrid<Row>({ label, head, rows, idOf, columns, widths, height }: RowsGridProps<Row>) {
  const table = useId();
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    getItemKey: (i) => idAt(rows, i, idOf),
    overscan: 3,
    initialRect: { width: 400, height },
    scrollPaddingEnd: HEAD,
  });
  const { chosen, choose, onKeyDown, onClick } = useChosen(rows, idOf, columns, (i) => virtual.scrollToIndex(i));
  const items = virtual.getVirtualItems();
  const inSight = chosen && items.some(({ index }) => index === chosen.place.row) ? chosen.place : null;
  return (
    <>
      {/* What only screen readers get is placed by it, and cut off with it. */}
      <div ref={box} className="relative min-h-0 flex-1 overflow-auto rounded-b-8 [overflow-anchor:none]">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the keyboard walks its cells
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-activedescendant={inSight ? cellId(table, inSight.row, inSight.column) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onClick={onClick}
          className="w-full table-fixed border-separate border-spacing-0 focus-visible:-outline-offset-2"
          style={{ minWidth: leastWidth(columns, widths) }}
        >
          <Widths columns={columns} widths={widths} />
          <thead className="text-12 whitespace-nowrap text-faint">
            <tr aria-rowindex={1}>{head}</tr>
          </thead>
          <tbody>
            <Gap height={items[0]?.start ?? 0} />
            {items.map(({ index, key }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <DataRow
                  key={key}
                  row={row}
                  index={index}
                  columns={columns}
                  table={table}
                  active={chosen?.place.row === index ? columns[chosen.place.column]?.id : undefined}
                  measure={virtual.measureElement}
                />
              );
            })}
            <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      {chosen ? <CopyStrip cell={chosen.cell} row={chosen.row} close={() => choose(null)} /> : null}
    </>
  );
}

function Widths({ columns, widths }: Pick<RowsGridProps<never>, "columns" | "widths">) {
  return (
    <colgroup>
      {columns.map(({ id, width, narrow, from }) => (
        <col
          key={id}
          className={`w-(--wide) @max-[440px]:w-(--narrow) ${from ? hiddenBelow[from] : ""}`}
          style={widthVars(widths[id] ?? width, widths[id] ?? narrow ?? width)}
        />
      ))}
    </colgroup>
  );
}

/** A column's width in wide panels and in narrow ones. */
function widthVars(
  wide: number | undefined,
  narrow: number | undefined,
): CSSProperties & Record<`--${string}`, string> {
  const css = (pixels: number | undefined) => (pixels === undefined ? "auto" : `${pixels}px`);
  return { "--wide": css(wide), "--narrow": css(narrow) };
}

/** The place of the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

function idAt<Row>(rows: readonly Row[], index: number, idOf: (row: Row) => string): string | number {
  const row = rows[index];
  return row === undefined ? index : idOf(row);
}

/** Undefined where no width was changed: then narrow panels leave columns out instead. */
function leastWidth(columns: readonly Column<never>[], widths: RowsGridProps<never>["widths"]): number | undefined {
  const isOwn = columns.some(({ from }) => from !== undefined) && columns.every(({ id }) => widths[id] === undefined);
  if (isOwn) return undefined;
  return columns.reduce((sum, { id, width, least = LEAST }) => sum + (widths[id] ?? width ?? least), 0);
}
