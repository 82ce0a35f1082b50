import type { QueryCacheNotifyEvent, QueryClient } from "@tanstack/react-query";

/** Told of an entry by the hash of its query key. */
type Reader = (hash: string) => void;

/**
 * Who reads which entries of the query cache. An observer an entry, as useQuery makes them, works out its options and its
 * whole result anew at each change, and every subscriber of the cache hears of all of it; readers of pushed data want to
 * know no more than that what they read changed.
 */
export class Entries {
  readonly #queryClient: QueryClient;
  readonly #readers = new Map<string, Set<Reader>>();
  /** Who wants to know of each entry that comes or goes. */
  readonly #watchers = new Set<Reader>();
  #stop: (() => void) | null = null;

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** @param hashes of the entries' query keys */
  subscribe(hashes: readonly string[], reader: Reader): () => void {
    for (const hash of hashes) this.#readers.set(hash, (this.#readers.get(hash) ?? new Set()).add(reader));
    this.#begin();
    return () => {
      for (const hash of hashes) {
        const readers = this.#readers.get(hash);
        readers?.delete(reader);
        if (readers?.size === 0) this.#readers.delete(hash);
      }
      this.#end();
    };
  }

  /** Of every entry that comes or goes, whoever reads it. */
  watch(watcher: Reader): () => void {
    this.#watchers.add(watcher);
    this.#begin();
    return () => {
      this.#watchers.delete(watcher);
      this.#end();
    };
  }

  #begin(): void {
    this.#stop ??= this.#queryClient.getQueryCache().subscribe((event) => this.#hear(event));
  }

  #end(): void {
    if (this.#readers.size > 0 || this.#watchers.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }

  #hear({ type, query: { queryHash } }: QueryCacheNotifyEvent): void {
    if (type !== "added" && type !== "updated" && type !== "removed") return;
    for (const tell of this.#readers.get(queryHash) ?? []) tell(queryHash);
    if (type !== "updated") for (const tell of this.#watchers) tell(queryHash);
  }
}

const all = new WeakMap<QueryClient, Entries>();

/** The readers of a query client's cache: one subscriber of it for all of them. */
export function entriesOf(queryClient: QueryClient): Entries {
  const known = all.get(queryClient) ?? new Entries(queryClient);
  all.set(queryClient, known);
  return known;
}
