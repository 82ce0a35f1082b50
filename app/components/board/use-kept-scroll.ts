import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

interface Scrolled {
  readonly left: number;
  readonly top: number;
}

/** Keeps how far each panel is scrolled: a browser forgets it where an element comes to another place among its siblings. */
export function useKeptScroll(board: RefObject<HTMLElement | null>, order: string): void {
  const [kept] = useState(() => new Map<Element, Scrolled>());
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (!(target instanceof Element) || !board.current?.contains(target)) return;
      kept.set(target, { left: target.scrollLeft, top: target.scrollTop });
    };
    // Scrolling does not bubble.
    document.addEventListener("scroll", note, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", note, { capture: true });
  }, [board, kept]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has moved elements
  useLayoutEffect(() => {
    for (const [element, at] of kept) {
      if (element.isConnected) element.scrollTo({ ...at, behavior: "instant" });
      else kept.delete(element);
    }
  }, [kept, order]);
}
