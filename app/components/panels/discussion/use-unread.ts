import { useCallback, useEffect, useState } from "react";
import { useHydrated } from "../../ui/use-hydrated";
import type { Said } from "./messages";

/**
 * The first message of somebody else that this browser has not shown yet; undefined where there is none. It stays where
 * it was when the panel came up, so that the line before it does not run away from who reads. `seen` is told whether the
 * end is in sight.
 */
export function useUnread(boardId: string, userId: string, said: readonly Said[]) {
  const name = `read.${boardId}`;
  const hydrated = useHydrated();
  const [readTo] = useState(() => (typeof localStorage === "undefined" ? null : Number(localStorage.getItem(name))));
  const [atEnd, setAtEnd] = useState(true);
  const last = said.at(-1)?.id;
  const seen = useCallback((isAtEnd: boolean) => setAtEnd(isAtEnd), []);
  useEffect(() => {
    if (!atEnd || last === undefined) return;
    const note = () => {
      if (document.visibilityState === "visible") localStorage.setItem(name, String(last));
    };
    note();
    document.addEventListener("visibilitychange", note);
    return () => document.removeEventListener("visibilitychange", note);
  }, [atEnd, last, name]);
  const isNew = ({ id, by }: Said) => readTo !== null && readTo > 0 && id > readTo && by.id !== userId;
  return { firstUnread: hydrated ? said.find(isNew)?.id : undefined, seen };
}
