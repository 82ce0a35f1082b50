import { type RefObject, useEffect } from "react";

/** Arrows go from key to key, `f` follows the one that has the focus. Enter opens it: it is a link. */
export function useRowKeys(box: RefObject<HTMLElement | null>, toggle: (pattern: string) => void): void {
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const pressed = (event: KeyboardEvent) => press(event, toggle);
    current.addEventListener("keydown", pressed);
    return () => current.removeEventListener("keydown", pressed);
  }, [box, toggle]);
}

function press(event: KeyboardEvent, toggle: (pattern: string) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  const row = event.target.closest("tbody tr");
  if (event.key === "f") {
    const key = linkIn(row)?.dataset.key;
    if (key === undefined) return;
    event.preventDefault();
    toggle(key);
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const next = linkIn((event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling) ?? null);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function linkIn(row: Element | null): HTMLElement | null {
  return row?.querySelector<HTMLElement>("a[data-key]") ?? null;
}
