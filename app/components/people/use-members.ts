import { useMemo } from "react";
import type * as v from "valibot";
import { members } from "../../../core/people/members";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKey } from "../../live/use-live-key";

export type Member = v.InferOutput<typeof members>[number];
const nobody: readonly Member[] = [];

/** Who belongs to the workspace, by name. */
export function useMembers(): readonly Member[] {
  const value = useLiveKey("$members")?.value;
  return useMemo(() => readAs(members, value) ?? nobody, [value]);
}
