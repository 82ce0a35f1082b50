import { dehydrate, QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { cacheKeys } from "./cache-keys";
import { FirstPaint } from "./first-paint";

function stateOf(entries: Readonly<Record<string, number>>, updatedAt: number) {
  const client = new QueryClient();
  for (const [key, value] of Object.entries(entries)) {
    client.setQueryData(cacheKeys.live("w", key), value, { updatedAt });
  }
  client.setQueryData(cacheKeys.painted("w"), updatedAt, { updatedAt });
  return dehydrate(client);
}

it("[C11] is what the boundaries drew: of what two of them bring, the outer one's, however late it is read", () => {
  const outer = new FirstPaint(null, stateOf({ "a.x": 1 }, 1_999));
  const inner = new FirstPaint(outer, stateOf({ "a.x": 2, "a.y": 2 }, 2_001));
  const read = (queryKey: readonly unknown[]) => inner.queryClient.getQueryData(queryKey);
  expect(read(cacheKeys.painted("w"))).toBe(1_999);
  expect(read(cacheKeys.live("w", "a.x"))).toBe(1);
  expect(read(cacheKeys.live("w", "a.y"))).toBe(2);
});
