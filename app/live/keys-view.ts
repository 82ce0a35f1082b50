import { hashKey, notifyManager, type QueryClient } from "@tanstack/react-query";
import { cacheKeys } from "./cache-keys";
import { entriesOf } from "./entries";
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
  /** Hashes of the lists of keys that are kept for its patterns. */
  readonly #lists: readonly string[];
  /** With what the hash of any key's entry begins: it is the query key's JSON. */
  readonly #entries: string;
  /** Key names by the hash of their cache entry, in order; null while they have to be looked up. */
  #keys: ReadonlyMap<string, string> | null = null;
  #values: readonly LiveValue[] = [];
  #dirty = true;
  /** Set while there is a subscriber: hears of what `#keys` names from here on, and of nothing else. */
  #follow: (() => void) | null = null;

  constructor(queryClient: QueryClient, workspaceId: string, patterns: readonly string[]) {
    this.#queryClient = queryClient;
    this.#workspaceId = workspaceId;
    this.#patterns = patterns;
    this.#lists = patterns.map((pattern) => hashKey(cacheKeys.matching(workspaceId, pattern)));
    this.#entries = `${hashKey(cacheKeys.workspace("live", workspaceId)).slice(0, -1)},`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const entries = entriesOf(this.#queryClient);
    let told = false;
    const deliver = () => {
      told = false;
      listener();
    };
    const tell = () => {
      this.#dirty = true;
      if (told) return;
      told = true;
      notifyManager.schedule(deliver);
    };
    const tellOthers = () => {
      this.#keys = null;
      tell();
    };
    let leaveKeys = () => {};
    this.#follow = () => {
      leaveKeys();
      leaveKeys = entries.subscribe([...(this.#keys?.keys() ?? [])], tell);
    };
    // What changed between the first render and this subscription was not heard: look once more.
    this.#keys = null;
    this.#dirty = true;
    this.#known();
    const leaveLists = entries.subscribe(this.#lists, tellOthers);
    const leaveNames = entries.watch((hash) => {
      if (hash.startsWith(this.#entries)) tellOthers();
    });
    return () => {
      this.#follow = null;
      for (const leave of [leaveKeys, leaveLists, leaveNames]) leave();
    };
  };

  /** The same array until one of the values, or their number, changes. */
  readonly read = (): readonly LiveValue[] => {
    if (!this.#dirty) return this.#values;
    this.#dirty = false;
    const keys = this.#known();
    const values = [...keys.values()].flatMap((key) => {
      const value = this.#queryClient.getQueryData<LiveValue | null>(cacheKeys.live(this.#workspaceId, key));
      return value ? [value] : [];
    });
    const same = values.length === this.#values.length && values.every((value, i) => value === this.#values[i]);
    if (!same) this.#values = values;
    return this.#values;
  };

  #known(): ReadonlyMap<string, string> {
    if (this.#keys) return this.#keys;
    this.#keys = this.#matching();
    this.#follow?.();
    return this.#keys;
  }

  #matching(): ReadonlyMap<string, string> {
    const names = new Set<string>();
    for (const pattern of this.#patterns) {
      for (const key of matchingKeys(this.#queryClient, this.#workspaceId, pattern)) names.add(key);
    }
    return new Map([...names].sort().map((key) => [hashKey(cacheKeys.live(this.#workspaceId, key)), key]));
  }
}
