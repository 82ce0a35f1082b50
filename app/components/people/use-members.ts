import { useMemo } from "react";
import * as z from "zod/mini";
import { members } from "../../../core/people/members";
import { useLiveKey } from "../../live/use-live-key";

export type Member = z.infer<typeof members>[number];
const nobody: readonly Member[] = [];

/** Who belongs to the workspace, by name. */
export function useMembers(): readonly Member[] {
  const value = useLiveKey("$members")?.value;
  return useMemo(() => z.safeParse(members, value).data ?? nobody, [value]);
}
