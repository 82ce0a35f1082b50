import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";

/** Asks for a list again when one of it came or went elsewhere: states are live, definitions are not. */
export function useNewsOf(names: Iterable<string>): void {
  const { revalidate } = useRevalidator();
  const now = [...names].sort().join(" ");
  const seen = useRef(now);
  useEffect(() => {
    if (seen.current === now) return;
    seen.current = now;
    void revalidate();
  }, [now, revalidate]);
}
