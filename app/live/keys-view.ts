import { notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import { cacheKeys } from "./cache-keys";
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
  #names: ReadonlySet<string> | null = null;
  #values: readonly LiveValue[] = [];
  #dirty = true;

  constructor(queryClient: QueryClient, workspaceId: string, patterns: readonly string[]) {
    this.#queryClient = queryClient;
    this.#workspaceId = workspaceId;
    this.#patterns = patterns;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    let told = false;
    const tell = () => {
      told = false;
      listener();
    };
    // What changed between the first render and this subscription was not heard: look once more.
    this.#names = null;
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
    this.#names ??= this.#matching();
    const values = [...this.#names].flatMap((key) => {
      const value = this.#queryClient.getQueryData<LiveValue | null>(cacheKeys.live(this.#workspaceId, key));
      return value ? [value] : [];
    });
    const same = values.length === this.#values.length && values.every((value, i) => value === this.#values[i]);
    if (!same) this.#values = values;
    return this.#values;
  };

  #hears({ type, query }: QueryCacheNotifyEvent): boolean {
    if (type !== "added" && type !== "updated" && type !== "removed") return false;
    const [kind, workspaceId, name] = query.queryKey;
    if (workspaceId !== this.#workspaceId) return false;
    const names = kind === "matching" || (kind === "live" && type === "added");
    if (names) this.#names = null;
    if (!names && !(kind === "live" && this.#names?.has(String(name)))) return false;
    this.#dirty = true;
    return true;
  }

  #matching(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const pattern of this.#patterns) {
      for (const key of matchingKeys(this.#queryClient, this.#workspaceId, pattern)) names.add(key);
    }
    return new Set([...names].sort());
  }
}
