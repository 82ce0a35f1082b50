import { replaceEqualDeep, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { board } from "../../../core/people/boards";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKey } from "../../live/use-live-key";
import { hasVariables } from "../variables/has-variables";
import { variableCode } from "../variables/variable-code";
import type { SavedBoard } from "./fetch-board";

/**
 * A board as it was saved last: as its page was painted, until its key tells of a newer version, which then is fetched.
 * What did not change in it keeps its reference, so that only the panels that did are drawn anew. The second: takes what
 * this very page saved, which need not be fetched.
 */
export function useSavedBoard(
  boardId: string,
  address: string,
  painted: SavedBoard,
): readonly [SavedBoard, (saved: SavedBoard) => void] {
  const told = readAs(board, useLiveKey(`$boards.${boardId}`)?.value);
  const [own, setOwn] = useState<{ readonly boardId: string; readonly saved: SavedBoard } | null>(null);
  const version = told?.version ?? 0;
  const known = own?.boardId === boardId && own.saved.version > painted.version ? own.saved : painted;
  const take = useCallback((saved: SavedBoard) => setOwn({ boardId, saved }), [boardId]);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (version <= known.version) return;
    const queryKey = ["board", boardId, version];
    void queryClient.prefetchQuery({
      queryKey,
      // The parser of documents is for those only who are there when one is saved.
      queryFn: async ({ signal }) => {
        const { fetchBoard } = await import("./fetch-board");
        const fetched = await fetchBoard(address, signal);
        // Its first variable came with this version: the page is not to wait for that when it shows it.
        if (hasVariables(fetched.document)) await variableCode.load();
        if (!signal.aborted && fetched.version > known.version) take(replaceEqualDeep(known, fetched));
        return fetched.version;
      },
      // At most every 30 s, until there is an answer or another version.
      retry: true,
      gcTime: 0,
    });
    return () => void queryClient.cancelQueries({ queryKey });
  }, [queryClient, boardId, address, version, known, take]);
  return [known, take];
}
