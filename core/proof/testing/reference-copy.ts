import { canonical } from "../../delta/canonical";
import { hash } from "../../delta/hash";
import type { Json } from "../../json";
import type { Update } from "../../protocol/data-update";
import type { KeyMeta, StreamEvent } from "../../protocol/parts";
import type { KeyState, KeyTail } from "../../protocol/snapshot";
import { patched } from "./by-the-book";
import { violated } from "./violated";

interface State {
  readonly rev: number;
  readonly at: number;
  readonly value: Json;
  readonly meta: KeyMeta;
}

/** A key as a reader holds it. */
export class Held implements State {
  readonly rev: number;
  readonly at: number;
  readonly value: Json;
  readonly meta: KeyMeta;
  #text: string | undefined;

  constructor({ rev, at, value, meta }: State) {
    this.rev = rev;
    this.at = at;
    this.value = value;
    this.meta = meta;
  }

  /** The value's canonical text, made once and only where somebody asks: long streams grow by an event at a time. */
  get text(): string {
    this.#text ??= canonical(this.value);
    return this.#text;
  }
}

/** What a reader holds, changed by updates as docs/protocol.md says, and by nothing else. It repairs nothing. */
export class ReferenceCopy {
  readonly keys = new Map<string, Held>();
  /** The highest rev that was ever seen of a key in this epoch, also of one that is gone. */
  #revs = new Map<string, number>();

  /** Another store: revs of the one before mean nothing. */
  otherEpoch(): void {
    this.#revs.clear();
  }

  drop(which: (key: string) => boolean): void {
    for (const key of Array.from(this.keys.keys())) if (which(key)) this.keys.delete(key);
  }

  clear(): void {
    this.keys.clear();
    this.otherEpoch();
  }

  /** A value of a full answer stands for whatever was held. */
  replace({ key, rev, at, value, meta }: KeyState): void {
    this.#put(key, { rev, at, value, meta });
  }

  apply(update: Update | KeyState | KeyTail | { readonly key: string; readonly rev: number; readonly removed: true }) {
    const held = this.keys.get(update.key);
    // An update whose rev is not above the one held is to be skipped.
    if (held && update.rev <= held.rev) return;
    if ("removed" in update) return this.#remove(update.key, update.rev);
    const { key, rev, at } = update;
    if ("append" in update) return this.#put(key, { rev, at, ...grown(held, update) });
    if ("patch" in update) return this.#patch(held, update);
    const meta = update.meta ?? held?.meta ?? violated("I1", `${key} is new and comes without its meta`);
    this.#put(key, { rev, at, value: update.value, meta });
  }

  #patch(held: Held | undefined, { key, rev, at, base, patch, hash: sum }: Extract<Update, { patch: unknown }>): void {
    if (held?.rev !== base) violated("I11", `a patch of ${key} is over rev ${base}, and ${held?.rev} is held`);
    const value = patched(held.value, patch);
    if (sum !== undefined && hash(value) !== sum) violated("I11", `the hash of ${key} does not fit`);
    this.#put(key, { rev, at, value, meta: held.meta });
  }

  #put(key: string, state: State): void {
    this.#rise(key, state.rev);
    this.keys.set(key, new Held(state));
  }

  #remove(key: string, rev: number): void {
    this.#rise(key, rev);
    this.keys.delete(key);
  }

  #rise(key: string, rev: number): void {
    const before = this.#revs.get(key) ?? 0;
    if (rev < before) violated("I2", `${key} falls from rev ${before} to ${rev}`);
    this.#revs.set(key, rev);
  }
}

/** Events behind those that are held: they follow on the last one, or a gap is owned up to. */
function grown(held: Held | undefined, tail: Pick<KeyTail, "key" | "append" | "from" | "first" | "gap">) {
  if (!held) violated("I1", `events for ${tail.key}, of which nothing is held`);
  const { first = 0 } = tail;
  const events = held.value as unknown as readonly StreamEvent[];
  const last = events.at(-1)?.id ?? 0;
  if (last < tail.from && tail.gap === undefined && first <= tail.from) {
    violated("I1", `events of ${tail.key} follow on ${tail.from}, and the last one held is ${last}`);
  }
  const all = [...events, ...tail.append.filter(({ id }) => id > last)].filter(({ id }) => id >= first);
  return { value: all as unknown as Json, meta: held.meta };
}
