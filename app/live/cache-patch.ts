import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { paceOf } from "../../core/freshness/freshness";
import { matches } from "../../core/keys/pattern";
import type { Point } from "../../core/protocol/parts";
import { readAs } from "../../core/schema/read-as";
import { sourceState } from "../../core/sources/state";
import { type CacheKind, cacheKeys } from "./cache-keys";
import type { Checked, LiveValue } from "./live-value";
import { scan } from "./matching-keys";
import { extendPoints, mergePoints } from "./points";

/** More removed keys are not remembered: an answer that old has long arrived, and a wall screen runs for months. */
const MAX_GRAVES = 1_000;
const never: Checked = { checkedAt: null, dueAt: null };

/**
 * Reads and patches one workspace's entries in the query cache. An entry is written only if it changes, so what nobody
 * touched keeps its reference. `dataUpdatedAt` of an entry is its place in the store's order: see cache-keys.ts.
 */
export class CachePatch {
  readonly #queryClient: QueryClient;
  readonly #workspaceId: string;
  readonly #put = new Set<string>();
  readonly #came = new Set<string>();
  readonly #went = new Set<string>();
  /** Removed keys whose entry is still there, oldest first. */
  readonly #graves = new Set<string>();

  constructor(queryClient: QueryClient, workspaceId: string) {
    this.#queryClient = queryClient;
    this.#workspaceId = workspaceId;
  }

  value(key: string): LiveValue | null {
    return this.#queryClient.getQueryData<LiveValue | null>(cacheKeys.live(this.#workspaceId, key)) ?? null;
  }

  /** The rev up to which the key is known, removals included; -1 when nothing is. */
  rev(key: string): number {
    const state = this.#queryClient.getQueryState(cacheKeys.live(this.#workspaceId, key));
    return state === undefined || state.data === undefined ? -1 : state.dataUpdatedAt;
  }

  put(value: LiveValue): void {
    if (this.value(value.key) === null) this.#came.add(value.key);
    this.#put.add(value.key);
    this.#went.delete(value.key);
    this.#graves.delete(value.key);
    this.#set(cacheKeys.live(this.#workspaceId, value.key), value, value.rev);
  }

  /** null stays in its place, with the rev of the removal, so that an older value does not bring the key back. */
  remove(key: string, rev: number): void {
    if (this.value(key) !== null) this.#went.add(key);
    this.#put.delete(key);
    this.#came.delete(key);
    this.#set(cacheKeys.live(this.#workspaceId, key), null, rev);
    this.#graves.add(key);
    if (this.#graves.size > MAX_GRAVES) this.#clearGraves();
  }

  /** Whether the page shows, or was given, the points of this key. */
  keepsPoints(key: string): boolean {
    const queryKey = cacheKeys.points(this.#workspaceId, key);
    return this.#queryClient.getQueryCache().find({ queryKey, exact: true }) !== undefined;
  }

  points(key: string): readonly Point[] | undefined {
    return this.#queryClient.getQueryData<readonly Point[]>(cacheKeys.points(this.#workspaceId, key));
  }

  extend(key: string, added: readonly Point[], oldest: number, seq: number): void {
    if (added.length === 0) return;
    const held = this.points(key) ?? [];
    const next = extendPoints(held, added, oldest);
    if (next !== held) this.#set(cacheKeys.points(this.#workspaceId, key), next, seq);
  }

  /** The order of the entry stays: a fetched past makes it no newer. */
  merge(key: string, fetched: readonly Point[], oldest: number): void {
    const queryKey = cacheKeys.points(this.#workspaceId, key);
    const held = this.points(key) ?? [];
    const next = mergePoints(held, fetched, oldest);
    if (next !== held) this.#set(queryKey, next, this.#queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0);
  }

  checked(slug: string): Checked {
    return this.#queryClient.getQueryData<Checked>(cacheKeys.checked(this.#workspaceId, slug)) ?? never;
  }

  look(slug: string, checkedAt: number | undefined, dueAt: number | undefined): void {
    const held = this.checked(slug);
    const latest = Math.max(held.checkedAt ?? 0, checkedAt ?? 0);
    const next = { checkedAt: latest > 0 ? latest : null, dueAt: dueAt ?? held.dueAt };
    if (next.checkedAt === held.checkedAt && next.dueAt === held.dueAt) return;
    this.#set(cacheKeys.checked(this.#workspaceId, slug), next, latest);
  }

  /** The pace in force, in milliseconds; Infinity where nothing is expected, or the source's state is not held. */
  interval(slug: string): number {
    const data = readAs(sourceState, this.value(`$sources.${slug}`)?.value);
    return (data && paceOf(data)) ?? Number.POSITIVE_INFINITY;
  }

  /** The held keys that match any of the patterns. */
  keysOf(patterns: readonly string[]): string[] {
    return this.#names("live").filter((key) => patterns.some((pattern) => matches(pattern, key)));
  }

  /**
   * Brings the lists of matching keys up to the keys that came and went since the last call. `behind`: a loader's list
   * may lack a key that is still held here because its removal has not arrived; such a key comes with its next value.
   */
  rename(seq: number, behind: boolean): void {
    if (behind) for (const key of this.#put) this.#came.add(key);
    this.#put.clear();
    if (this.#came.size === 0 && this.#went.size === 0) return;
    for (const pattern of this.#names("matching")) {
      const queryKey = cacheKeys.matching(this.#workspaceId, pattern);
      const held = new Set(this.#queryClient.getQueryData<readonly string[]>(queryKey));
      const came = [...this.#came].filter((key) => matches(pattern, key) && !held.has(key));
      const stay = [...held].filter((key) => !this.#went.has(key));
      if (came.length > 0 || stay.length < held.size) this.#set(queryKey, [...stay, ...came].sort(), seq);
    }
    this.#came.clear();
    this.#went.clear();
  }

  /** Makes a subscribed pattern's list of keys, where there is none or `anew`. */
  list(pattern: string, seq: number, anew: boolean): void {
    const queryKey = cacheKeys.matching(this.#workspaceId, pattern);
    const held = this.#queryClient.getQueryData<readonly string[]>(queryKey);
    if (held && !anew) return;
    const keys = scan(this.#queryClient, this.#workspaceId, pattern);
    if (held?.join() !== keys.join()) this.#set(queryKey, keys, seq);
  }

  /** What is held of these keys comes before everything: any rev of another epoch replaces it. */
  demote(keys: readonly string[]): void {
    for (const key of keys) {
      // The same data with another order: nobody renders for it.
      for (const queryKey of [cacheKeys.live(this.#workspaceId, key), cacheKeys.points(this.#workspaceId, key)]) {
        const data = this.#queryClient.getQueryData(queryKey);
        if (data !== undefined) this.#set(queryKey, data, 0);
      }
    }
  }

  /** Another epoch begins: everything that is held was made in the last one. */
  demoteAll(): void {
    this.demote(this.#names("live"));
    for (const pattern of this.#names("matching")) {
      const queryKey = cacheKeys.matching(this.#workspaceId, pattern);
      this.#set(queryKey, this.#queryClient.getQueryData(queryKey), 0);
    }
  }

  /** Lets go of keys and lists that nobody subscribes and nobody on the page reads. */
  release(keys: readonly string[], patterns: readonly string[]): void {
    const cache = this.#queryClient.getQueryCache();
    const queryKeys: QueryKey[] = [
      ...keys.flatMap((key) => [cacheKeys.live(this.#workspaceId, key), cacheKeys.points(this.#workspaceId, key)]),
      ...patterns.map((pattern) => cacheKeys.matching(this.#workspaceId, pattern)),
    ];
    for (const queryKey of queryKeys) {
      const query = cache.find({ queryKey, exact: true });
      if (query && query.getObserversCount() === 0) cache.remove(query);
    }
  }

  /** Empties everything: readers on the page show nothing from here on. */
  clear(): void {
    for (const key of this.#names("live")) this.#set(cacheKeys.live(this.#workspaceId, key), null, 0);
    for (const key of this.#names("points")) this.#set(cacheKeys.points(this.#workspaceId, key), [], 0);
    for (const pattern of this.#names("matching")) this.#set(cacheKeys.matching(this.#workspaceId, pattern), [], 0);
    for (const slug of this.#names("checked")) this.#set(cacheKeys.checked(this.#workspaceId, slug), never, 0);
    this.#put.clear();
    this.#came.clear();
    this.#went.clear();
  }

  #clearGraves(): void {
    const oldest = [...this.#graves].slice(0, MAX_GRAVES / 2);
    for (const key of oldest) this.#graves.delete(key);
    this.release(oldest, []);
  }

  #names(kind: CacheKind): string[] {
    return this.#queryClient
      .getQueryCache()
      .findAll({ queryKey: cacheKeys.workspace(kind, this.#workspaceId) })
      .filter(({ state }) => state.data !== undefined)
      .map(({ queryKey }) => String(queryKey[2]));
  }

  #set(queryKey: QueryKey, data: unknown, updatedAt: number): void {
    this.#queryClient.setQueryData(queryKey, data, { updatedAt });
  }
}
