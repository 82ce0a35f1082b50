import { useMemo } from "react";
import * as z from "zod/mini";
import { presence } from "../../../core/people/presence";
import { useLiveKey } from "../../live/use-live-key";

export type Present = z.infer<typeof presence>[number];
const nobody: readonly Present[] = [];

/** Who has a board open, in the order in which they came. */
export function useHere(boardId: string): readonly Present[] {
  const value = useLiveKey(`$presence.${boardId}`)?.value;
  return useMemo(() => z.safeParse(presence, value).data ?? nobody, [value]);
}
