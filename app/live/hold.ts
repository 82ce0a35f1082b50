import type { QueryClient } from "@tanstack/react-query";
import type { Arrival } from "./arrival";
import { Still } from "./still";

/** Why the screen stands still: a person wants it to, or nobody sees it. */
export type HoldReason = "paused" | "hidden";

/**
 * Holds what the page shows while what arrives goes on being applied to its copy. One mechanism for both reasons: the
 * hooks read a still of the copy, and when the last reason goes they read the copy again, which is one update.
 */
export class Hold {
  readonly #queryClient: QueryClient;
  readonly #workspaceId: string;
  readonly #now: () => number;
  readonly #reasons = new Set<HoldReason>();
  readonly #listeners = new Set<() => void>();
  /** Changes by key since the pause. */
  readonly #news = new Map<string, number>();
  #still: Still | null = null;
  #isPaused = false;

  constructor(queryClient: QueryClient, workspaceId: string, now: () => number) {
    this.#queryClient = queryClient;
    this.#workspaceId = workspaceId;
    this.#now = now;
  }

  /** Holds, or lets go. */
  set(reason: HoldReason, isOn: boolean): void {
    if (this.#reasons.has(reason) === isOn) return;
    if (isOn) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    if (reason === "paused") this.#news.clear();
    this.#settle();
  }

  /** Lets go, whoever held it: what was held may no longer be shown. */
  end(): void {
    if (this.#reasons.size === 0) return;
    this.#reasons.clear();
    this.#settle();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Still | null => this.#still;
  readonly isPaused = (): boolean => this.#isPaused;

  /** How often keys that fit changed since the pause. */
  news(fits: (key: string) => boolean): number {
    let sum = 0;
    for (const [key, count] of this.#news) if (fits(key)) sum += count;
    return sum;
  }

  /** These were applied. */
  count(arrivals: readonly Arrival[]): void {
    if (!this.#isPaused) return;
    for (const arrival of arrivals) for (const { key } of changesIn(arrival)) this.#add(key);
  }

  /** This page wrote the key: a person sees what they did, also on a screen that stands still. */
  wrote(key: string): void {
    this.#news.delete(key);
    this.#still?.renew(key);
  }

  #settle(): void {
    this.#isPaused = this.#reasons.has("paused");
    if (this.#reasons.size === 0) this.#still = null;
    else this.#still ??= new Still(this.#queryClient, this.#workspaceId, this.#now());
    for (const listener of this.#listeners) listener();
  }

  #add(key: string): void {
    // Who comes, goes or types is nothing that anybody missed.
    if (key.startsWith("$presence.")) return;
    this.#news.set(key, (this.#news.get(key) ?? 0) + 1);
  }
}

function changesIn(arrival: Arrival): readonly { readonly key: string }[] {
  if (arrival.type === "data_update") return arrival.updates;
  return arrival.type === "catch_up" ? [...arrival.values, ...arrival.tails] : [];
}
