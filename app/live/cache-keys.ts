import type { QueryClient } from "@tanstack/react-query";
import { packed, unpacked } from "./packed";

/**
 * What lives in the React Query cache, by workspace:
 *
 * | key | data | `dataUpdatedAt` |
 * | --- | --- | --- |
 * | `live`, key | LiveValue; null: it was removed | rev |
 * | `points`, key | Point[], oldest first | seq of the newest frame or answer in it |
 * | `matching`, pattern | key names, sorted | seq of the last key that came or went |
 * | `checked`, source | Checked | the time of the look |
 * | `painted` | the server's time of the first paint | that time |
 * | `history`, key, range, most | Point[] as recorded, oldest first | this machine's time: it is fetched, not pushed |
 *
 * `dataUpdatedAt` is an order of the store and not a time of this machine: React Query takes loader data only where that
 * number is higher than the held one, so an answer read at seq a never replaces a push of b > a.
 */
export const cacheKeys = {
  workspace: (kind: CacheKind, workspaceId: string) => [kind, workspaceId] as const,
  live: (workspaceId: string, key: string) => ["live", workspaceId, key] as const,
  points: (workspaceId: string, key: string) => ["points", workspaceId, key] as const,
  matching: (workspaceId: string, pattern: string) => ["matching", workspaceId, pattern] as const,
  checked: (workspaceId: string, slug: string) => ["checked", workspaceId, slug] as const,
  painted: (workspaceId: string) => ["painted", workspaceId] as const,
  history: (workspaceId: string, key: string, range: string, most: number) =>
    ["history", workspaceId, key, range, most] as const,
};

export type CacheKind = "live" | "points" | "matching" | "checked" | "painted";
export const cacheKinds: readonly CacheKind[] = ["live", "points", "matching", "checked", "painted"];

/** Pushed data never goes stale by age and is never fetched; who drops it is the live client, by pattern. */
export const liveOptions = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY } as const;

/** Every query client that is seeded or patched needs these: entries without a mounted reader would go after 5 minutes. */
export function setLiveDefaults(queryClient: QueryClient): void {
  queryClient.setDefaultOptions({
    // Pages are written on the server only.
    ...(import.meta.env.SSR && { dehydrate: { serializeData: packed } }),
    hydrate: { deserializeData: unpacked },
  });
  for (const kind of cacheKinds) {
    // Structural sharing would compare everything at each point or patch, and copy what has only shifted its place.
    queryClient.setQueryDefaults([kind], { ...liveOptions, structuralSharing: false });
  }
}
