import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";

/** Asks for the list again when a source came or went elsewhere: states are live, definitions are not. */
export function useNewsOfSources(slugs: Iterable<string>): void {
  const { revalidate } = useRevalidator();
  const now = [...slugs].sort().join(" ");
  const seen = useRef(now);
  useEffect(() => {
    if (seen.current === now) return;
    seen.current = now;
    void revalidate();
  }, [now, revalidate]);
}
