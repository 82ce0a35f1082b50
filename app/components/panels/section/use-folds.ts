import { useCallback, useMemo, useSyncExternalStore } from "react";
import * as z from "zod/mini";
import type { SectionPanel } from "../../../../core/boards/document";

export interface Folds {
  readonly isFolded: (section: SectionPanel) => boolean;
  readonly fold: (section: SectionPanel, folded: boolean) => void;
}

const stored = z.record(z.string(), z.boolean());
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Other tabs of this browser fold along.
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** Which sections this reader has folded or opened; the others are as the document says. The server knows the document's. */
export function useFolds(boardId: string): Folds {
  const name = `folds.${boardId}`;
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(name),
    () => null,
  );
  const own = useMemo(() => parseFolds(text), [text]);
  const isFolded = useCallback(({ id, folded = false }: SectionPanel) => own[id] ?? folded, [own]);
  const fold = useCallback(
    ({ id }: SectionPanel, folded: boolean) => {
      localStorage.setItem(name, JSON.stringify({ ...own, [id]: folded }));
      for (const listener of listeners) listener();
    },
    [name, own],
  );
  return { isFolded, fold };
}

function parseFolds(text: string | null): Readonly<Record<string, boolean>> {
  if (text === null) return {};
  try {
    return z.parse(stored, JSON.parse(text));
  } catch {
    // Someone else wrote it, or an older version: the document's own folds are as good a start as any.
    return {};
  }
}
