import { mayReadAll } from "../access/access";
import { sourceOf } from "../keys/name";
import type { Subscriber } from "./subscriber";

/** How many patterns ask for keys of each source: kept as they come and go, since the schedule asks at every look. */
export class WatchedSources {
  readonly #counts = new Map<string, number>();

  add({ readable }: Subscriber, pattern: string): void {
    if (mayReadAll(readable([pattern]), pattern)) this.#change(sourceOf(pattern), 1);
  }

  remove({ readable }: Subscriber, pattern: string): void {
    if (mayReadAll(readable([pattern]), pattern)) this.#change(sourceOf(pattern), -1);
  }

  has(slug: string): boolean {
    return this.#counts.has(slug) || this.#counts.has("*");
  }

  #change(slug: string, by: number): void {
    const count = (this.#counts.get(slug) ?? 0) + by;
    if (count > 0) this.#counts.set(slug, count);
    else this.#counts.delete(slug);
  }
}
