import type { QueryClient } from "@tanstack/react-query";

/**
 * Who reads which entries of the query cache. An observer an entry, as useQuery makes them, works out its options and its
 * whole result anew at each change; readers of pushed data want to know no more than that it changed.
 */
export class Entries {
  readonly #queryClient: QueryClient;
  readonly #readers = new Map<string, Set<() => void>>();
  #stop: (() => void) | null = null;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** @param hashes of the entries' query keys */
  subscribe(hashes: readonly string[], listener: () => void): () => void {
    for (const hash of hashes) this.#readers.set(hash, (this.#readers.get(hash) ?? new Set()).add(listener));
    this.#stop ??= this.#queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type !== "added" && type !== "updated" && type !== "removed") return;
      for (const tell of this.#readers.get(query.queryHash) ?? []) tell();
    });
    return () => this.#leave(hashes, listener);
  }

  #leave(hashes: readonly string[], listener: () => void): void {
    for (const hash of hashes) {
      const readers = this.#readers.get(hash);
      readers?.delete(listener);
      if (readers?.size === 0) this.#readers.delete(hash);
    }
    if (this.#readers.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }
}
