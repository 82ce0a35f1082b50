import { mayRead } from "../access/access";
import { SubscriptionIndex } from "../keys/subscription-index";
import type { Subscriber } from "./subscriber";

/** References that are kept of found readers at most, all keys together: some megabytes. */
const MAX_KEPT = 200_000;

/** Who wants and may read a key. What was found is kept until somebody comes, goes, or asks for something else. */
export class Readers {
  readonly #index = new SubscriptionIndex<Subscriber>();
  readonly #found = new Map<string, readonly Subscriber[]>();
  #kept = 0;

  add(subscriber: Subscriber, pattern: string): void {
    this.#index.add(subscriber, pattern);
    this.#forget();
  }

  remove(subscriber: Subscriber, pattern: string): void {
    this.#index.remove(subscriber, pattern);
    this.#forget();
  }

  of(key: string): readonly Subscriber[] {
    const held = this.#found.get(key);
    if (held) return held;
    const found = this.#find(key);
    if (this.#kept + found.length >= MAX_KEPT) this.#forget();
    this.#found.set(key, found);
    this.#kept += found.length + 1;
    return found;
  }

  #find(key: string): Subscriber[] {
    const may = new Map<readonly string[], boolean>();
    const asked = [key];
    return [...this.#index.wanting(key)].filter((subscriber) => {
      const readable = subscriber.readable(asked);
      const known = may.get(readable) ?? mayRead(readable, key);
      may.set(readable, known);
      return known;
    });
  }

  #forget(): void {
    if (this.#kept === 0) return;
    this.#found.clear();
    this.#kept = 0;
  }
}
