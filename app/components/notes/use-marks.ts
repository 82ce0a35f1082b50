import { useMemo } from "react";
import * as z from "zod/mini";
import { type Mark, marks } from "../../../core/people/mark";
import { useLiveKey } from "../../live/use-live-key";

const none: readonly Mark[] = [];

/** What is noted on a board's charts, in the order in which it was written. */
export function useMarks(boardId: string): readonly Mark[] {
  const value = useLiveKey(`$marks.${boardId}`)?.value;
  return useMemo(() => z.safeParse(marks, value).data ?? none, [value]);
}
