import { mayRead } from "../access/access";
import { concerns } from "../keys/concerns";
import { sourceOf } from "../keys/name";
import type { Beat } from "../protocol/beat";
import type { DownFrame } from "../protocol/down";
import { dataUpdate, type RowKeyOf, UpdateMaker } from "./make-updates";
import type { Merged } from "./merge";
import { Readers } from "./readers";
import type { Subscriber } from "./subscriber";
import { WatchedSources } from "./watched-sources";

/** Who is connected and what they asked for; turns one step into as few distinct frames as there are distinct needs. */
export class Hub {
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #readers = new Readers();
  readonly #watched = new WatchedSources();
  readonly #updates: UpdateMaker;

  constructor(rowKeyOf?: RowKeyOf) {
    this.#updates = new UpdateMaker(rowKeyOf);
  }

  get size(): number {
    return this.#subscribers.size;
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.set(subscriber.id, subscriber);
    for (const pattern of subscriber.patterns) this.#register(subscriber, pattern);
  }

  remove(id: string): void {
    const subscriber = this.#subscribers.get(id);
    if (!subscriber) return;
    this.#subscribers.delete(id);
    for (const pattern of subscriber.patterns) this.#unregister(subscriber, pattern);
  }

  /** `watched`: called once the patterns count as watched. What is committed in it is not sent for their sake. */
  subscribe(subscriber: Subscriber, patterns: readonly string[], watched: () => void): void {
    const added = new Set(patterns.filter((pattern) => !subscriber.patterns.has(pattern)));
    for (const pattern of added) this.#watched.add(subscriber, pattern);
    watched();
    for (const pattern of added) {
      subscriber.patterns.add(pattern);
      this.#readers.add(subscriber, pattern);
    }
  }

  unsubscribe(subscriber: Subscriber, patterns: readonly string[]): void {
    for (const pattern of patterns) if (subscriber.patterns.delete(pattern)) this.#unregister(subscriber, pattern);
  }

  /** Whether somebody watches keys of this source. */
  watches(slug: string, now: number): boolean {
    return this.#watched.has(slug, now);
  }

  /** Somebody asks for what these match, and will again. True where a source was not watched until now. */
  ask(readable: Subscriber["readable"], patterns: readonly string[], now: number): boolean {
    return this.#watched.ask(readable, patterns, now);
  }

  /** How many readers watch keys of this source. Looks at all of them: for a page that asks. */
  watching(slug: string): number {
    const isAbout = (pattern: string) => [slug, "*"].includes(sourceOf(pattern));
    return [...this.#subscribers.values()].filter(({ patterns }) => [...patterns].some(isAbout)).length;
  }

  /** How many readers want one of these keys and may read it. */
  reach(keys: readonly string[]): number {
    return new Set(keys.flatMap((key) => this.#readers.of(key))).size;
  }

  /** Sends one step to those who want and may read some of it. Readers with the same part of it share one string. */
  publish(merged: Merged): void {
    const { from, cursor } = merged;
    const updates = this.#updates.make(merged, (key) => this.#readers.of(key).length > 0);
    // Each update is written once, whoever gets it along with whatever others.
    const head = encode(dataUpdate(merged, [])).slice(0, -"]}".length);
    const texts = updates.map((update) => JSON.stringify(update));
    const [only, another] = updates;
    if (only && !another) {
      const frame = `${head}${texts[0]}]}`;
      for (const { outbox } of this.#readers.of(only.key)) outbox.step(frame, from, cursor.seq);
      return;
    }
    const frames = new Map<string, string>();
    for (const [{ outbox }, list] of this.#partsOf(updates)) {
      const part = list.join();
      const frame = frames.get(part) ?? `${head}${list.map((i) => texts[i]).join()}]}`;
      frames.set(part, frame);
      outbox.step(frame, from, cursor.seq);
    }
  }

  /** Tells each reader of the sources it watches, and of no other, when they were looked at. */
  beat(beat: Omit<Beat, "type">): void {
    const frames = new Map<string, string>();
    for (const subscriber of this.#subscribers.values()) {
      if (subscriber.outbox.behind !== null) continue;
      const slugs = Object.keys(beat.due).filter((slug) => interested(subscriber, slug));
      if (slugs.length === 0) continue;
      const part = slugs.join();
      const frame = frames.get(part) ?? encode({ type: "beat", ...beat, ...pick(beat, slugs) });
      frames.set(part, frame);
      subscriber.outbox.tell(frame);
    }
  }

  /** Which of the updates each reader gets, by their places. */
  #partsOf(updates: readonly { readonly key: string }[]): Map<Subscriber, number[]> {
    const parts = new Map<Subscriber, number[]>();
    updates.forEach(({ key }, i) => {
      for (const subscriber of this.#readers.of(key)) {
        const part = parts.get(subscriber);
        if (part) part.push(i);
        else parts.set(subscriber, [i]);
      }
    });
    return parts;
  }

  #register(subscriber: Subscriber, pattern: string): void {
    this.#readers.add(subscriber, pattern);
    this.#watched.add(subscriber, pattern);
  }

  #unregister(subscriber: Subscriber, pattern: string): void {
    this.#readers.remove(subscriber, pattern);
    this.#watched.remove(subscriber, pattern);
  }
}

export function encode(frame: DownFrame): string {
  return JSON.stringify(frame);
}

/** Whether a reader may hear of this source's health: it asked for its keys or its state, and may read that. */
export function interested({ patterns, readable }: Pick<Subscriber, "patterns" | "readable">, slug: string): boolean {
  const state = `$sources.${slug}`;
  return mayRead(readable([state]), state) && concerns(patterns, slug);
}

function pick(beat: Omit<Beat, "type">, slugs: string[]): Pick<Beat, "checked" | "due"> {
  const of = (times: Record<string, number>) =>
    Object.fromEntries(slugs.flatMap((slug) => (times[slug] === undefined ? [] : [[slug, times[slug]]])));
  return { checked: of(beat.checked), due: of(beat.due) };
}
