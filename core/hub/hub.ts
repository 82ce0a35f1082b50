import { mayRead, mayReadAll } from "../access/access";
import { sourceOf } from "../keys/name";
import { matches } from "../keys/pattern";
import { SubscriptionIndex } from "../keys/subscription-index";
import type { Beat } from "../protocol/beat";
import type { DownFrame } from "../protocol/down";
import { dataUpdate, UpdateMaker, type WireUpdate } from "./make-updates";
import type { Merged } from "./merge";
import type { Subscriber } from "./subscriber";

/** Who is connected and what they asked for; turns one commit into as few distinct frames as there are distinct needs. */
export class Hub {
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #index = new SubscriptionIndex<Subscriber>();
  readonly #updates = new UpdateMaker();

  get size(): number {
    return this.#subscribers.size;
  }

  get(id: string): Subscriber | undefined {
    return this.#subscribers.get(id);
  }

  all(): IterableIterator<Subscriber> {
    return this.#subscribers.values();
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.set(subscriber.id, subscriber);
    for (const pattern of subscriber.patterns) this.#index.add(subscriber, pattern);
  }

  remove(id: string): void {
    const subscriber = this.#subscribers.get(id);
    if (!subscriber) return;
    this.#subscribers.delete(id);
    for (const pattern of subscriber.patterns) this.#index.remove(subscriber, pattern);
  }

  subscribe(subscriber: Subscriber, patterns: readonly string[]): void {
    for (const pattern of patterns) {
      subscriber.patterns.add(pattern);
      this.#index.add(subscriber, pattern);
    }
  }

  unsubscribe(subscriber: Subscriber, patterns: readonly string[]): void {
    for (const pattern of patterns) {
      subscriber.patterns.delete(pattern);
      this.#index.remove(subscriber, pattern);
    }
  }

  /** Whether somebody watches keys of this source. */
  watches(slug: string): boolean {
    for (const { patterns, readable } of this.#subscribers.values()) {
      for (const pattern of patterns) if (concerns(pattern, slug) && mayReadAll(readable, pattern)) return true;
    }
    return false;
  }

  /** Sends one step to those who want and may read some of it. Readers with the same part of it share one string. */
  publish(merged: Merged): void {
    const updates = this.#updates.make(merged);
    const wanted = new Map<Subscriber, number[]>();
    updates.forEach(({ key }, i) => {
      for (const subscriber of this.#index.wanting(key)) {
        if (!mayRead(subscriber.readable, key)) continue;
        const list = wanted.get(subscriber);
        if (list) list.push(i);
        else wanted.set(subscriber, [i]);
      }
    });
    const frames = new Map<string, string>();
    for (const [subscriber, list] of wanted) {
      const part = list.join();
      const frame =
        frames.get(part) ??
        encode(
          dataUpdate(
            merged,
            list.map((i) => updates[i] as WireUpdate),
          ),
        );
      frames.set(part, frame);
      subscriber.outlet.send(frame);
    }
  }

  /** Tells each reader of the sources it watches, and of no other, when they were looked at. */
  beat(beat: Omit<Beat, "type">): void {
    const frames = new Map<string, string>();
    for (const subscriber of this.#subscribers.values()) {
      const slugs = Object.keys(beat.due).filter((slug) => interested(subscriber, slug));
      if (slugs.length === 0) continue;
      const part = slugs.join();
      const frame = frames.get(part) ?? encode({ type: "beat", ...beat, ...pick(beat, slugs) });
      frames.set(part, frame);
      subscriber.outlet.send(frame);
    }
  }
}

export function encode(frame: DownFrame): string {
  return JSON.stringify(frame);
}

/** Whether a reader may hear of this source's health: it asked for its keys or its state, and may read that. */
export function interested({ patterns, readable }: Pick<Subscriber, "patterns" | "readable">, slug: string): boolean {
  const state = `$sources.${slug}`;
  if (!mayRead(readable, state)) return false;
  for (const pattern of patterns) if (matches(pattern, state) || concerns(pattern, slug)) return true;
  return false;
}

/** Whether a pattern can match keys of the source. */
function concerns(pattern: string, slug: string): boolean {
  const first = sourceOf(pattern);
  return first === slug || first === "*";
}

function pick(beat: Omit<Beat, "type">, slugs: string[]): Pick<Beat, "checked" | "due"> {
  const of = (times: Record<string, number>) =>
    Object.fromEntries(slugs.flatMap((slug) => (times[slug] === undefined ? [] : [[slug, times[slug]]])));
  return { checked: of(beat.checked), due: of(beat.due) };
}
