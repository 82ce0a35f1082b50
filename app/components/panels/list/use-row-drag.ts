import { type PointerEvent, useEffect, useRef, useState } from "react";

/** Where a dragged row would come to stand: right before or behind another one. */
export interface Drop {
  readonly side: "before" | "behind";
  readonly other: string;
}

interface Drag {
  readonly id: string;
  readonly drop: Drop | null;
}

/** How near (pixels) to an end of what scrolls the pointer makes it scroll, and how far in a frame. */
const EDGE = 36;
const STEP = 8;

/**
 * Rows that are dragged by a handle. Rows are elements with `data-row`, their ids; in each is one with `data-handle`. The
 * listeners are for the list around them. `drop` is told where one was let go; Escape, and letting it go where it was,
 * change nothing.
 */
export function useRowDrag(drop: (id: string, to: Drop) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape") setDrag(null);
    };
    let frame = requestAnimationFrame(function scroll() {
      scrollNear(pointer.current);
      frame = requestAnimationFrame(scroll);
    });
    document.addEventListener("keydown", escape);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("keydown", escape);
    };
  }, [isDragging]);
  const listeners = {
    onPointerDown: ({ target, pointerId, button, clientX: x, clientY: y }: PointerEvent) => {
      const handle = target instanceof Element ? target.closest("[data-handle]") : null;
      const id = handle?.closest<HTMLElement>("[data-row]")?.dataset.row;
      if (!handle || id === undefined || button !== 0) return;
      handle.setPointerCapture(pointerId);
      pointer.current = { x, y };
      setDrag({ id, drop: null });
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent) => {
      pointer.current = { x, y };
      setDrag((held) => (held ? { id: held.id, drop: dropAt(held.id, x, y) } : null));
    },
    onPointerUp: () => {
      if (drag?.drop) drop(drag.id, drag.drop);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  };
  return { drag, listeners };
}

/** Null where there is no row of the same list, and where it already stands. */
function dropAt(id: string, x: number, y: number): Drop | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-row]");
  const other = row?.dataset.row;
  if (!row || other === undefined || other === id) return null;
  const { top, height } = row.getBoundingClientRect();
  const side = y < top + height / 2 ? "before" : "behind";
  const next = side === "before" ? row.previousElementSibling : row.nextElementSibling;
  return next instanceof HTMLElement && next.dataset.row === id ? null : { side, other };
}

function scrollNear({ x, y }: { x: number; y: number }): void {
  const box = scrollerOf(document.elementFromPoint(x, y)?.closest("[data-row]") ?? null);
  if (!box) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + EDGE) box.scrollBy(0, -STEP);
  else if (y > bottom - EDGE - coveredAt(box)) box.scrollBy(0, STEP);
}

function scrollerOf(element: Element | null): Element | null {
  if (!element) return null;
  const isScroller = element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY === "auto";
  return isScroller ? element : scrollerOf(element.parentElement);
}

/** What stands over the end of a list: the field for a new row. */
function coveredAt(box: Element): number {
  return box.querySelector("[data-covers]")?.clientHeight ?? 0;
}
