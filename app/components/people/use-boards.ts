import { useMemo } from "react";
import type * as v from "valibot";
import { board } from "../../../core/people/boards";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKeys } from "../../live/use-live-keys";

const PREFIX = "$boards.";

/** The workspace's boards, by id. */
export function useBoards(): ReadonlyMap<string, v.InferOutput<typeof board>> {
  const values = useLiveKeys([`${PREFIX}*`]);
  return useMemo(
    () =>
      new Map(
        values.flatMap(({ key, value }) => {
          const data = readAs(board, value);
          return data ? [[key.slice(PREFIX.length), data]] : [];
        }),
      ),
    [values],
  );
}
