import { useMutation, useMutationState } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Json } from "../../core/json";
import { useLiveClient } from "./live-context";

export interface Append {
  /** What this page is just adding, oldest first. */
  readonly pending: readonly Json[];
  /** Why the last one that failed did; null from the next one on. */
  readonly problem: string | null;
  /** True once it is there. */
  readonly append: (data: Json) => Promise<boolean>;
}

/** Adds to a key that is appended to: one after the other, in the order of the calls. */
export function useAppend(key: string): Append {
  const client = useLiveClient();
  const [problem, setProblem] = useState<string | null>(null);
  const mutationKey = ["append", client.workspaceId, key];
  const { mutateAsync } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    // The live connection knows better than the browser whether there is a network, and waits for it.
    networkMode: "always",
    mutationFn: (data: Json) => client.append(key, data),
  });
  const append = useCallback(
    async (data: Json) => {
      setProblem(null);
      const outcome = await mutateAsync(data);
      if (!outcome.ok) setProblem(outcome.message);
      return outcome.ok;
    },
    [mutateAsync],
  );
  const pending = useMutationState({
    filters: { mutationKey, status: "pending" },
    select: ({ state }: { state: { variables: Json | undefined } }) => state.variables,
  });
  return { pending: pending.filter((data) => data !== undefined), problem, append };
}
