import { useEffect, useState } from "react";
import { useSubscription } from "../../live/use-subscription";

/** Milliseconds that rows stand still before they are subscribed: who scrolls past them does not want them. */
const REST = 250;
/** Characters of all names together: a connection holds 6 kB of patterns, and the page has others. */
const ROOM = 4_000;

/** Keeps the keys of the rows that are seen live. `range`: milliseconds of points. */
export function useWatchedRows(keys: readonly string[], range: number): void {
  const seen = fitting(keys).join(" ");
  const [watched, watch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => watch(seen), REST);
    return () => clearTimeout(timer);
  }, [seen]);
  useSubscription(watched === "" ? [] : watched.split(" "), null, range);
}

function fitting(keys: readonly string[]): string[] {
  let used = 0;
  return keys.filter((key) => {
    used += key.length + 1;
    return used <= ROOM;
  });
}
