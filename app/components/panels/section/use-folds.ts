import { use, useCallback, useMemo, useSyncExternalStore } from "react";
import type { SectionPanel } from "../../../../core/boards/document";
import { foldsCookie, foldsOf } from "./folds";
import { FoldsContext } from "./folds-context";

export interface OwnFolds {
  readonly isFolded: (section: SectionPanel) => boolean;
  readonly fold: (section: SectionPanel, folded: boolean) => void;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which sections this reader has folded or opened, by a cookie that the server reads; the others are as the document says. */
export function useFolds(boardId: string): OwnFolds {
  const first = use(FoldsContext);
  const cookies = useSyncExternalStore(
    subscribe,
    () => document.cookie,
    () => null,
  );
  const own = useMemo(() => (cookies === null ? first : foldsOf(cookies, boardId)), [cookies, first, boardId]);
  const isFolded = useCallback(({ id, folded = false }: SectionPanel) => own[id] ?? folded, [own]);
  const fold = useCallback(
    ({ id, folded: begins = false }: SectionPanel, folded: boolean) => {
      const { [id]: _, ...others } = own;
      document.cookie = foldsCookie(document.cookie, boardId, folded === begins ? others : { ...others, [id]: folded });
      for (const listener of listeners) listener();
    },
    [boardId, own],
  );
  return { isFolded, fold };
}
