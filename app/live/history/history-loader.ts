import type { Point } from "../../../core/protocol/parts";
import type { Timers } from "../clock";
import { type FetchHistory, type HistoryQuery, KEYS_A_REQUEST } from "./fetch-history";

interface Waiting {
  readonly key: string;
  resolve(points: readonly Point[]): void;
  reject(error: unknown): void;
}

/** Gathers what is asked for in one moment, of many panels, into few requests. */
export class HistoryLoader {
  readonly #fetch: FetchHistory;
  readonly #timers: Timers;
  readonly #waiting = new Map<string, { readonly query: HistoryQuery; readonly keys: Waiting[] }>();

  constructor(fetch: FetchHistory, timers: Timers) {
    this.#fetch = fetch;
    this.#timers = timers;
  }

  /** What is recorded of one series, oldest first. */
  load(key: string, query: HistoryQuery): Promise<readonly Point[]> {
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
      for (let i = 0; i < keys.length; i += KEYS_A_REQUEST) void this.#ask(keys.slice(i, i + KEYS_A_REQUEST), query);
    }
  }

  async #ask(waiting: readonly Waiting[], query: HistoryQuery): Promise<void> {
    const keys = [...new Set(waiting.map(({ key }) => key))];
    try {
      const found = await this.#fetch(keys, query);
      for (const { key, resolve } of waiting) resolve(found.get(key) ?? []);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
