import { mayReadAll } from "../access/access";
import { sourceOf } from "../keys/name";
import type { Subscriber } from "./subscriber";

/** So long (milliseconds) a question counts as watching. Who polls asks again within 10 s. */
export const ASKED_FOR = 15_000;

/** How many patterns ask for keys of each source: kept as they come and go, since the schedule asks at every look. */
export class WatchedSources {
  readonly #counts = new Map<string, number>();
  /** Until when a source counts as watched by those who ask again and again. */
  readonly #asked = new Map<string, number>();

  add({ readable }: Subscriber, pattern: string): void {
    if (mayReadAll(readable([pattern]), pattern)) this.#change(sourceOf(pattern), 1);
  }

  remove({ readable }: Subscriber, pattern: string): void {
    if (mayReadAll(readable([pattern]), pattern)) this.#change(sourceOf(pattern), -1);
  }

  /** Somebody asks for what these match, and will again. True where one was not watched until now. */
  ask(readable: Subscriber["readable"], patterns: readonly string[], now: number): boolean {
    for (const [slug, until] of this.#asked) if (until <= now) this.#asked.delete(slug);
    const slugs = patterns.filter((pattern) => mayReadAll(readable([pattern]), pattern)).map(sourceOf);
    const isNews = slugs.some((slug) => !this.has(slug, now));
    for (const slug of slugs) this.#asked.set(slug, now + ASKED_FOR);
    return isNews;
  }

  has(slug: string, now: number): boolean {
    return [slug, "*"].some((one) => this.#counts.has(one) || (this.#asked.get(one) ?? 0) > now);
  }

  #change(slug: string, by: number): void {
    const count = (this.#counts.get(slug) ?? 0) + by;
    if (count > 0) this.#counts.set(slug, count);
    else this.#counts.delete(slug);
  }
}
