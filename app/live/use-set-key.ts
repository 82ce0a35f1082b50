import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Json } from "../../core/json";
import { cacheKeys } from "./cache-keys";
import { useLiveClient } from "./live-context";
import type { LiveValue } from "./live-value";
import { type Intent, type Standing, setRebased } from "./set-rebased";
import { useLiveKey } from "./use-live-key";

/** What a page wants of a key: over whatever is there by then, or only in place of the value of one rev. */
type Wish = { readonly over: "any"; readonly intent: Intent } | { readonly over: number; readonly value: Json };

export interface SetKey {
  /** What the key holds, with what this page is just changing; undefined while there is no such key. */
  readonly value: Json | undefined;
  /** The rev of what is held, without what is just changing; 0 while there is no such key. */
  readonly rev: number;
  readonly isSaving: boolean;
  /** Why the last change that failed did; null from the next one on. */
  readonly problem: string | null;
  /** Changes what is there by the time it arrives: what somebody else changed in between stays. True once it is saved. */
  readonly change: (intent: Intent) => Promise<boolean>;
  /** Puts a value in place of the one of rev `over`; refused where that has changed meanwhile. */
  readonly replace: (value: Json, over: number) => Promise<boolean>;
}

/**
 * Writes one key. What is on its way lies over the live value where that is read and never enters the cache: it is gone
 * by itself once it is there for everybody, or refused.
 */
export function useSetKey(key: string): SetKey {
  const live = useLiveKey(key);
  const { wishes, send } = useWishes(key);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = useCallback(
    async (wish: Wish) => {
      setProblem(null);
      const refusal = await send(wish);
      if (refusal !== null) setProblem(refusal);
      return refusal === null;
    },
    [send],
  );
  const change = useCallback((intent: Intent) => attempt({ over: "any", intent }), [attempt]);
  const replace = useCallback((value: Json, over: number) => attempt({ over, value }), [attempt]);
  const value = useMemo(() => wishes.reduce(after, live?.value), [wishes, live]);
  return { value, rev: live?.rev ?? 0, isSaving: wishes.length > 0, problem, change, replace };
}

/** The wishes of this page that are not answered yet, in their order: one is on its way at a time. */
function useWishes(key: string) {
  const client = useLiveClient();
  const queryClient = useQueryClient();
  const mutationKey = ["set", client.workspaceId, key];
  const { mutateAsync } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(" ") },
    // The live connection knows better than the browser whether there is a network, and waits for it.
    networkMode: "always",
    mutationFn: async (wish: Wish): Promise<string | null> => {
      if (wish.over === "any") {
        const held = queryClient.getQueryData<LiveValue | null>(cacheKeys.live(client.workspaceId, key));
        const standing: Standing = held ?? { rev: 0, value: undefined };
        return setRebased((change) => client.set(key, change), standing, wish.intent);
      }
      const outcome = await client.set(key, { value: wish.value, ifRev: wish.over });
      return outcome.ok ? null : outcome.message;
    },
  });
  const wishes = useMutationState({
    filters: { mutationKey, status: "pending" },
    select: ({ state }: { state: { variables: Wish | undefined } }) => state.variables,
  });
  return { wishes, send: mutateAsync };
}

function after(current: Json | undefined, wish: Wish | undefined): Json | undefined {
  if (wish === undefined) return current;
  return wish.over === "any" ? wish.intent(current) : wish.value;
}
