import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useState } from "react";
import type { StreamEvent } from "../../../../core/protocol/parts";

/** Which events are opened, and at which one the keyboard is: arrows walk, Enter opens, `c` copies the line. */
export function useRows(
  events: readonly StreamEvent[],
  box: RefObject<HTMLElement | null>,
  copy: (event: StreamEvent) => void,
) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState<number | null>(null);
  const place = at === null ? -1 : events.findIndex(({ id }) => id === at);
  useLayoutEffect(() => {
    if (at === null || !box.current?.contains(document.activeElement)) return;
    const row = box.current.querySelector<HTMLElement>(`[data-event="${at}"]`);
    if (!row?.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [at, box]);
  const toggle = useCallback((id: number) => {
    setOpened((held) => {
      const next = new Set(held);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const byKey = (event: KeyboardEvent, show: (index: number) => void) => {
    // A link in a row has keys of its own.
    if (event.target instanceof Element && event.target.closest("a, button")) return;
    const current = events[place];
    const to = leads(event.key, place === -1 ? events.length : place, events.length);
    const isCopy = event.key === "c" && getSelection()?.isCollapsed !== false;
    if (to !== null) {
      setAt(events[to]?.id ?? null);
      show(to);
    } else if (event.key === "Enter" && current) toggle(current.id);
    else if (isCopy && current) copy(current);
    else return;
    event.preventDefault();
  };
  return { opened, toggle, at, setAt, place, byKey };
}

function leads(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowUp") return Math.max(0, from - 1);
  if (key === "ArrowDown") return Math.min(count - 1, from + 1);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
