import { hashKey, notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { type CacheKind, cacheKeys } from "./cache-keys";
import type { LiveValue } from "./live-value";
import { matchingKeys } from "./matching-keys";

/**
 * The values of all keys that match some patterns, as one store. An observer a key, as useQueries makes them, would
 * build the whole list anew for each of a thousand changes in a frame; this reads it once, when it is next wanted.
 */
export class KeysView {
  readonly #queryClient: QueryClient;
  readonly #workspaceId: string;
  readonly #patterns: readonly string[];
  readonly #lists: string;
  readonly #entries: string;
  /** Key names by the hash of their cache entry, in order; null while they have to be looked up. */
  #keys: ReadonlyMap<string, string> | null = null;
  #values: readonly LiveValue[] = [];
  #dirty = true;

  constructor(queryClient: QueryClient, workspaceId: string, patterns: readonly string[]) {
    this.#queryClient = queryClient;
    this.#workspaceId = workspaceId;
    this.#patterns = patterns;
    this.#lists = prefixOf("matching", workspaceId);
    this.#entries = prefixOf("live", workspaceId);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    let told = false;
    const tell = () => {
      told = false;
      listener();
    };
    // What changed between the first render and this subscription was not heard: look once more.
    this.#keys = null;
    this.#dirty = true;
    return this.#queryClient.getQueryCache().subscribe((event) => {
      if (!this.#hears(event) || told) return;
      told = true;
      notifyManager.schedule(tell);
    });
  };

  /** The same array until one of the values, or their number, changes. */
  readonly read = (): readonly LiveValue[] => {
    if (!this.#dirty) return this.#values;
    this.#dirty = false;
    this.#keys ??= this.#matching();
    const values = [...this.#keys.values()].flatMap((key) => {
      const value = this.#queryClient.getQueryData<LiveValue | null>(cacheKeys.live(this.#workspaceId, key));
      return value ? [value] : [];
    });
    const same = values.length === this.#values.length && values.every((value, i) => value === this.#values[i]);
    if (!same) this.#values = values;
    return this.#values;
  };

  #hears({ type, query: { queryHash } }: QueryCacheNotifyEvent): boolean {
    if (type !== "added" && type !== "updated" && type !== "removed") return false;
    const maybeOthers = queryHash.startsWith(this.#lists) || (type === "added" && queryHash.startsWith(this.#entries));
    if (maybeOthers) this.#keys = null;
    else if (!this.#keys?.has(queryHash)) return false;
    this.#dirty = true;
    return true;
  }

  #matching(): ReadonlyMap<string, string> {
    const names = new Set<string>();
    for (const pattern of this.#patterns) {
      for (const key of matchingKeys(this.#queryClient, this.#workspaceId, pattern)) names.add(key);
    }
    return new Map([...names].sort().map((key) => [hashKey(cacheKeys.live(this.#workspaceId, key)), key]));
  }
}

/** A hash is the key's JSON: a workspace's entries of one kind are those that go on after its first two members. */
function prefixOf(kind: CacheKind, workspaceId: string): string {
  return `${hashKey(cacheKeys.workspace(kind, workspaceId)).slice(0, -1)},`;
}
