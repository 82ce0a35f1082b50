import { useEffect, useRef, useState } from "react";

/** A value that is handed on at most every so many milliseconds; the last one always arrives. */
export function usePaced<T>(value: T, every: number): T {
  const [shown, show] = useState(value);
  const shownAt = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, shownAt.current + every - performance.now());
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      show(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, every]);
  return shown;
}
