import { ArrowDown, ArrowUp } from "lucide";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { Icon } from "../../ui/icon";
import type { Sort } from "./arrange";
import { hiddenBelow } from "./column";
import type { useColumnWidths } from "./use-column-widths";

interface HeadCellProps {
  title: string;
  column: string;
  isRight: boolean;
  from: keyof typeof hiddenBelow | undefined;
  /** Null: the column cannot be sorted by. */
  press: (() => void) | null;
  sort: Sort | null;
  widths: ReturnType<typeof useColumnWidths>;
}

const KEY_STEP = 16;

/** A column's name: pressing it sorts; its edge is dragged, or moved with the arrow keys, for another width. */
export function HeadCell({ title, column, isRight, from, press, sort, widths }: HeadCellProps) {
  const isBy = sort?.column === column;
  const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isBy ? (sort.isDescending ? "descending" : "ascending") : undefined}
      className={`group/head sticky top-0 z-1 h-7 bg-panel px-2 font-regular shadow-[inset_0_-1px_var(--line)] first:pl-3 last:pr-3 phone:h-10 ${isRight ? "text-right" : "text-left"} ${from ? hiddenBelow[from] : ""}`}
    >
      {press ? (
        <button
          type="button"
          onClick={press}
          className={`inline-flex h-full max-w-full min-w-6 items-center gap-1 rounded-4 hover:text-strong ${isBy ? "font-medium text-strong" : ""} ${isRight ? "flex-row-reverse" : ""}`}
        >
          <span className="truncate">{title}</span>
          {isBy ? <Icon of={Arrow} className="size-3 shrink-0" strokeWidth={2} /> : null}
        </button>
      ) : (
        <span className="block truncate">{title}</span>
      )}
      <Edge title={title} column={column} widths={widths} />
    </th>
  );
}

function Edge({ title, column, widths: { widths, put, limits } }: Pick<HeadCellProps, "title" | "column" | "widths">) {
  const dragged = useRef<{ x: number; width: number } | null>(null);
  const widthOf = (edge: Element) => edge.parentElement?.getBoundingClientRect().width ?? limits.min;
  const move = (event: PointerEvent) => {
    if (dragged.current) put(column, dragged.current.width + event.clientX - dragged.current.x);
  };
  const key = (event: KeyboardEvent) => {
    const width = widthOf(event.currentTarget);
    if (event.key === "ArrowRight") put(column, width + KEY_STEP);
    else if (event.key === "ArrowLeft") put(column, width - KEY_STEP);
    else if (event.key === "Delete" || event.key === "Backspace") put(column, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuenow={widths[column] ?? limits.min}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      aria-valuetext={widths[column] === undefined ? "as it fits" : `${widths[column]} pixels`}
      title="Drag for another width; twice for its own"
      tabIndex={0}
      onKeyDown={key}
      onDoubleClick={() => put(column, null)}
      onPointerDown={(event) => {
        dragged.current = { x: event.clientX, width: widthOf(event.currentTarget) };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={move}
      onPointerUp={() => (dragged.current = null)}
      onPointerCancel={() => (dragged.current = null)}
      className="absolute inset-y-1 right-0 w-1.5 cursor-col-resize touch-none rounded-4 bg-line-strong opacity-0 group-hover/head:opacity-100 hover:bg-muted focus-visible:opacity-100 phone:hidden"
    />
  );
}
