import { useMemo } from "react";
import type * as v from "valibot";
import { presence } from "../../../core/people/presence";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKey } from "../../live/use-live-key";

export type Present = v.InferOutput<typeof presence>[number];
const nobody: readonly Present[] = [];

/** Who has a board open, in the order in which they came. */
export function useHere(boardId: string): readonly Present[] {
  const value = useLiveKey(`$presence.${boardId}`)?.value;
  return useMemo(() => readAs(presence, value) ?? nobody, [value]);
}
