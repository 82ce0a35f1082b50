import type { QueryClient } from "@tanstack/react-query";
import { matches } from "../../core/keys/pattern";
import type { FirstPaint } from "../../core/live-object";
import { parseCursor } from "../../core/protocol/cursor";
import { cacheKeys, setLiveDefaults } from "./cache-keys";

/**
 * Puts a first paint into a query client: in a loader, whose client is then dehydrated into the page. A value that the
 * client holds at a higher rev stays.
 */
export function seed(
  queryClient: QueryClient,
  workspaceId: string,
  paint: FirstPaint,
  patterns: readonly string[],
): void {
  setLiveDefaults(queryClient);
  const seq = parseCursor(paint.cursor)?.seq ?? 0;
  const put = (queryKey: readonly unknown[], data: unknown, updatedAt: number) => {
    const held = queryClient.getQueryState(queryKey);
    if (!held || held.data === undefined || held.dataUpdatedAt < updatedAt) {
      queryClient.setQueryData(queryKey, data, { updatedAt });
    }
  };
  for (const { key, value, rev, at, meta, points } of paint.values) {
    put(cacheKeys.live(workspaceId, key), { key, value, rev, at, meta }, rev);
    if (meta.kind === "series") put(cacheKeys.points(workspaceId, key), points ?? [], seq);
  }
  const keys = paint.values.map(({ key }) => key).sort();
  for (const pattern of patterns) {
    put(
      cacheKeys.matching(workspaceId, pattern),
      keys.filter((key) => matches(pattern, key)),
      seq,
    );
  }
  for (const [slug, checkedAt] of Object.entries(paint.checked)) {
    put(cacheKeys.checked(workspaceId, slug), { checkedAt, dueAt: paint.due[slug] ?? null }, checkedAt);
  }
  put(cacheKeys.painted(workspaceId), paint.now, paint.now);
}
