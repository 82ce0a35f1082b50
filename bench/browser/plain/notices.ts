import type { QueryClient } from "@tanstack/react-query";

/**
 * Hears which keys have changed and invalidates the queries that show one of them, each at most every `cap` milliseconds.
 * A query's key is what it is, and the keys that it shows.
 */
export function hearNotices(queryClient: QueryClient, cap: number): void {
  const waiting = new Set<string>();
  const lastAt = new Map<string, number>();
  const invalidate = (hash: string) => {
    waiting.delete(hash);
    lastAt.set(hash, performance.now());
    void queryClient.invalidateQueries({ predicate: ({ queryHash }) => queryHash === hash });
  };
  const socket = new WebSocket("/notices");
  socket.addEventListener("message", ({ data }) => {
    const changed = new Set<unknown>(JSON.parse(String(data)).changed);
    for (const { queryHash, queryKey } of queryClient.getQueryCache().getAll()) {
      if (waiting.has(queryHash) || !queryKey.some((key) => changed.has(key))) continue;
      waiting.add(queryHash);
      setTimeout(invalidate, Math.max(0, (lastAt.get(queryHash) ?? 0) + cap - performance.now()), queryHash);
    }
  });
}
