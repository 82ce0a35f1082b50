import { useMemo } from "react";
import { type Mark, marks } from "../../../core/people/mark";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKey } from "../../live/use-live-key";

const none: readonly Mark[] = [];

/** What is noted on a board's charts, in the order in which it was written. */
export function useMarks(boardId: string): readonly Mark[] {
  const value = useLiveKey(`$marks.${boardId}`)?.value;
  return useMemo(() => readAs(marks, value) ?? none, [value]);
}
