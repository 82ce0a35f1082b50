import { useCallback, useState } from "react";

/**
 * How many came since the end of a list went out of sight; null while it is in sight. `ids`: what is in the list, in its
 * order; they only grow. `look` is told, at each scroll, whether the end is in sight.
 */
export function useLeftEnd(ids: readonly number[]) {
  /** The newest when the end was last in sight; null while it is. */
  const [left, setLeft] = useState<number | null>(null);
  const newest = ids.at(-1) ?? 0;
  const look = useCallback((isAtEnd: boolean) => setLeft((held) => (isAtEnd ? null : (held ?? newest))), [newest]);
  return { news: left === null ? null : ids.length - 1 - ids.findLastIndex((id) => id <= left), look };
}
