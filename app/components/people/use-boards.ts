import { useMemo } from "react";
import * as z from "zod/mini";
import { board } from "../../../core/people/boards";
import { useLiveKeys } from "../../live/use-live-keys";

const PREFIX = "$boards.";

/** The workspace's boards, by id. */
export function useBoards(): ReadonlyMap<string, z.infer<typeof board>> {
  const values = useLiveKeys([`${PREFIX}*`]);
  return useMemo(
    () =>
      new Map(
        values.flatMap(({ key, value }) => {
          const { data } = z.safeParse(board, value);
          return data ? [[key.slice(PREFIX.length), data]] : [];
        }),
      ),
    [values],
  );
}
