import { use, useCallback } from "react";
import { PaintContext } from "../../live/paint/paint-context";

/** A reference for the box of a panel, whose gate is told whether it is in sight. Paper has all of it in sight. */
export function useSight() {
  const gate = use(PaintContext);
  return useCallback(
    (box: HTMLElement) => {
      if (gate === null) return;
      const observer = new IntersectionObserver(([entry]) => gate.see(entry?.isIntersecting ?? true));
      const print = () => gate.paintNow();
      observer.observe(box);
      window.addEventListener("beforeprint", print);
      return () => {
        observer.disconnect();
        window.removeEventListener("beforeprint", print);
      };
    },
    [gate],
  );
}
