import type { QueryClient } from "@tanstack/react-query";
import { isExact, matches } from "../../core/keys/pattern";
import { cacheKeys } from "./cache-keys";

/** The held keys that match, sorted: as kept for a subscribed pattern, looked for otherwise. */
export function matchingKeys(queryClient: QueryClient, workspaceId: string, pattern: string): readonly string[] {
  if (isExact(pattern)) return [pattern];
  const kept = queryClient.getQueryData<readonly string[]>(cacheKeys.matching(workspaceId, pattern));
  return kept ?? scan(queryClient, workspaceId, pattern);
}

/** Goes through all held keys: for a pattern that nobody keeps a list of. */
export function scan(queryClient: QueryClient, workspaceId: string, pattern: string): string[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: cacheKeys.workspace("live", workspaceId) })
    .filter(({ state }) => state.data !== undefined && state.data !== null)
    .map(({ queryKey }) => String(queryKey[2]))
    .filter((key) => matches(pattern, key))
    .sort();
}
