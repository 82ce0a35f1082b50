import type { Point } from "../../../core/protocol/parts";
import type { Timers } from "../clock";
import { type FetchHistory, type HistoryQuery, KEYS_A_REQUEST } from "./fetch-history";

interface Waiting {
  readonly key: string;
  readonly resolve: (points: readonly Point[]) => void;
  readonly reject: (error: unknown) => void;
}

/** How fetching goes: something that is not there at all yet is on its way; or the last answer was none. */
export type HistoryState = "calm" | "loading" | "failed";

/** Gathers what is asked for in one moment, of many panels, into few requests. */
export class HistoryLoader {
  readonly #fetch: FetchHistory;
  readonly #timers: Timers;
  readonly #waiting = new Map<string, { readonly query: HistoryQuery; readonly keys: Waiting[] }>();
  readonly #listeners = new Set<() => void>();
  #firsts = 0;
  #isFailed = false;

  constructor(fetch: FetchHistory, timers: Timers) {
    this.#fetch = fetch;
    this.#timers = timers;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): HistoryState => {
    if (this.#isFailed) return "failed";
    return this.#firsts > 0 ? "loading" : "calm";
  };

  /** That something is on its way, first of its kind or not; to be told how it ended. */
  begin(isFirst: boolean): (isGood: boolean) => void {
    if (isFirst) this.#firsts += 1;
    this.#tell();
    return (isGood) => {
      this.#isFailed = !isGood;
      if (isFirst) this.#firsts -= 1;
      this.#tell();
    };
  }

  /** What is recorded of one series, oldest first. `isFirst`: nothing of it in this range is there yet. */
  async load(key: string, query: HistoryQuery, isFirst: boolean): Promise<readonly Point[]> {
    const end = this.begin(isFirst);
    try {
      const points = await this.#gather(key, query);
      end(true);
      return points;
    } catch (error) {
      end(false);
      throw error;
    }
  }

  #gather(key: string, query: HistoryQuery): Promise<readonly Point[]> {
    if (this.#waiting.size === 0) this.#timers.after(0, () => this.#send());
    const id = `${query.from} ${query.to} ${query.most}`;
    const same = this.#waiting.get(id) ?? { query, keys: [] };
    this.#waiting.set(id, same);
    return new Promise((resolve, reject) => same.keys.push({ key, resolve, reject }));
  }

  #send(): void {
    const groups = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { query, keys } of groups) {
      const names = [...new Set(keys.map(({ key }) => key))];
      for (let i = 0; i < names.length; i += KEYS_A_REQUEST) {
        const some = names.slice(i, i + KEYS_A_REQUEST);
        void this.#ask(
          some,
          query,
          keys.filter(({ key }) => some.includes(key)),
        );
      }
    }
  }

  async #ask(keys: readonly string[], query: HistoryQuery, waiting: readonly Waiting[]): Promise<void> {
    try {
      const found = await this.#fetch(keys, query);
      for (const { key, resolve } of waiting) resolve(found.get(key) ?? []);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
