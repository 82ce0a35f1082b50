import { useMemo } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import { boardPatterns, type Viewing } from "../../../core/boards/patterns";
import { RECENT } from "../../live/history/asked-range";
import { usePresence } from "../../live/use-presence";
import { useSubscription } from "../../live/use-subscription";

interface Loaded {
  readonly patterns: readonly string[];
  /** Where the values of these patterns stand that the page brought along. */
  readonly cursor: string;
}

/**
 * Keeps what a board shows subscribed, and tells that its reader is there. What came to the board since it was loaded, by
 * a change of it or of a variable, is asked for from nothing; what both show goes on.
 */
export function useBoardKeys(document: BoardDocument, viewing: Viewing, { patterns, cursor }: Loaded): void {
  useSubscription(patterns, cursor, RECENT);
  const added = useMemo(
    () => boardPatterns(document, viewing).filter((pattern) => !patterns.includes(pattern)),
    [document, viewing, patterns],
  );
  useSubscription(added, null, RECENT);
  usePresence(viewing.boardId);
}
