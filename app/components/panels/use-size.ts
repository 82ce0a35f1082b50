import { type RefObject, useLayoutEffect, useState } from "react";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The element's size in whole pixels, from layout on; null on the server and before. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const measure = () => {
      // As it is laid out: a wall is scaled as a whole, and what is drawn in it with it.
      const next = { width: observed.clientWidth, height: observed.clientHeight };
      setSize((held) => (held?.width === next.width && held.height === next.height ? held : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
