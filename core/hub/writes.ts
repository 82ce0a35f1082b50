import { refusesWrite } from "../access/access";
import { hash } from "../delta/hash";
import type { Origin } from "../keys/key-log";
import { sourceOf } from "../keys/name";
import type { Principal, WriteRequest, WriteResult } from "../live-object";
import { Talk } from "../people/talk";
import type { Told } from "../people/told";
import type { Clock, Logger } from "../ports";
import type { AppendFrame } from "../protocol/append";
import type { Beat } from "../protocol/beat";
import { type Cursor, formatCursor } from "../protocol/cursor";
import type { SetFrame } from "../protocol/set";
import type { SourceDefinition } from "../sources/definition";
import { stateWrite } from "../sources/state-write";
import { writtenState } from "../sources/written";
import type { Once } from "../store/change-set";
import type { ChangeSet, Commit, Store } from "../store/store";
import { decide, type Part, type Refused, refused } from "./decide-write";
import type { Limits } from "./limits";
import { originOf } from "./origin-of";
import { type Wish, wishesOf, wishOfFrame } from "./wish";

export interface WritesPorts {
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
  readonly limits: Pick<Limits, "valueBytes" | "keys">;
  /** The source of this short name; undefined where there is none. */
  source(slug: string): Pick<SourceDefinition, "kind" | "name" | "plan"> | undefined;
  /** When sources were last looked at, or heard of. */
  times(): Pick<Beat, "checked">;
  /** These sources were written, though it may have changed nothing. Throws what the storage throws. */
  heard?(slugs: ReadonlySet<string>, commit: Commit | null): void;
  /** Keeps a message for the record, with the commit that it is in. */
  told?(told: Told): void;
}

/** What is held. To change it is `commit`'s business, which publishes as well. */
type Held = Pick<Store, "cursor" | "get" | "keysOf" | "size" | "written">;

interface Out {
  /** Throws what the storage throws; then nothing is changed. */
  commit(change: ChangeSet): Commit | null;
  /** How many readers want one of these keys and may read it. */
  reach(keys: readonly string[]): number;
}

/** What a frame came to: the commit it is in and its key's rev there, or why it changed nothing. */
export type WriteAnswer =
  | { readonly done: { readonly cursor: Cursor; readonly rev: number } }
  | Pick<Refused, "refused" | "current" | "after">;

interface Made {
  readonly cursor: Cursor;
  readonly revs: Readonly<Record<string, number>>;
  readonly delivered: number;
}

/** How long the name of a program's write is kept, in milliseconds: it may try again after an outage of its own. */
const ONCE_FOR = 24 * 3_600_000;

/** Decides what is written. It keeps nothing: what was done is in the store, with the name of the write. */
export class Writes {
  readonly #store: Held;
  readonly #ports: WritesPorts;
  readonly #out: Out;
  readonly #talk: Talk;

  constructor(store: Held, ports: WritesPorts, out: Out) {
    this.#talk = new Talk({ ...ports, store });
    this.#store = store;
    this.#ports = ports;
    this.#out = out;
  }

  /** Makes the frame's change durable, once, or says why not. What is refused changes nothing. Never throws. */
  answer(principal: Principal, frame: SetFrame | AppendFrame): WriteAnswer {
    const made = this.#make(principal, [wishOfFrame(frame)], nameOfFrame(principal, frame));
    return "refused" in made ? made : { done: { cursor: made.cursor, rev: made.revs[frame.key] ?? 0 } };
  }

  /** Makes all of the request durable, as one commit, or nothing of it. Never throws. */
  write(principal: Principal, request: WriteRequest): WriteResult {
    const made = this.#make(principal, wishesOf(request), nameOfRequest(principal, request));
    if (!("refused" in made)) return { ok: true, ...made, cursor: formatCursor(made.cursor) };
    const { refused: error, ...rest } = made;
    return { ok: false, code: error.code, message: error.message, ...rest };
  }

  #make(principal: Principal, wishes: readonly Wish[], once: Once | null): Made | Refused {
    const keys = wishes.map(({ key }) => key);
    if (new Set(keys).size < keys.length) return refused("bad_input", "A write names each key once.");
    for (const key of keys) {
      const refusal = refusesWrite(principal, key, this.#sourceOf(key)?.kind);
      if (refusal !== null) return { ...refused(refusal), key };
    }
    const done = once && this.#store.written(once.writer, once.id);
    if (done) return { cursor: done.cursor, revs: this.#revsThen(keys, done), delivered: 0 };
    const parts: Part[] = [];
    for (const wish of wishes) {
      const decided = this.#talk.decide(principal, wish) ?? this.#decide(wish);
      if ("refused" in decided) return { ...decided, key: wish.key };
      parts.push(...decided);
    }
    return this.#checkRoom(parts) ?? this.#commit(keys, parts, { once, by: originOf(principal) });
  }

  #decide(wish: Wish): readonly Part[] | Refused {
    const { clock, limits } = this.#ports;
    const source = this.#sourceOf(wish.key)?.kind ?? "";
    const around = { source, valueBytes: limits.valueBytes, now: clock.now() };
    const part = decide(wish, this.#store.get(wish.key), around);
    return "refused" in part ? part : [part];
  }

  /** A key has a name below its source's: the source's own name is no key of it. */
  #sourceOf(key: string): ReturnType<WritesPorts["source"]> {
    return key.includes(".") ? this.#ports.source(sourceOf(key)) : undefined;
  }

  #checkRoom(parts: readonly Part[]): Refused | null {
    const { limits } = this.#ports;
    const more = parts.reduce((sum, part) => sum + this.#moreBy(part), 0);
    if (more <= 0 || this.#store.size + more <= limits.keys) return null;
    return refused("too_many_keys", `A workspace may hold ${limits.keys} keys.`);
  }

  /** How many keys there are more with it: 1, 0 or -1. */
  #moreBy(part: Part): number {
    const isHeld = this.#store.get(keyOf(part)) !== undefined;
    if ("remove" in part) return isHeld ? -1 : 0;
    return isHeld ? 0 : 1;
  }

  /** Sources that hold more or fewer keys with it say so: readers hear of both in one step. */
  #counted(parts: readonly Part[]): ChangeSet["writes"] {
    const more = new Map<string, number>();
    for (const part of parts) {
      const slug = sourceOf(keyOf(part));
      more.set(slug, (more.get(slug) ?? 0) + this.#moreBy(part));
    }
    return [...more]
      .filter(([slug, count]) => count !== 0 && !slug.startsWith("$"))
      .flatMap(([slug, count]) => {
        const source = this.#ports.source(slug);
        return source ? [stateWrite(slug, writtenState(source, this.#store.keysOf(slug).length + count))] : [];
      });
  }

  #commit(
    keys: readonly string[],
    parts: readonly Part[],
    { once, by }: { once: Once | null; by: Origin },
  ): Made | Refused {
    const { clock, logger } = this.#ports;
    const slugs = new Set(keys.map(sourceOf));
    try {
      const change = {
        at: clock.now(),
        writes: [...parts.flatMap((part) => ("write" in part ? [part.write] : [])), ...this.#counted(parts)],
        appends: parts.flatMap((part) => ("append" in part ? [part.append] : [])),
        removes: parts.flatMap((part) => ("remove" in part ? [part.remove] : [])),
        ...(once ? { once } : {}),
        by,
        ...this.#looked(slugs),
      };
      const step = this.#out.commit(change);
      this.#ports.heard?.(slugs, step);
      for (const part of step ? parts : []) if ("told" in part && part.told) this.#ports.told?.(part.told);
      return this.#made(keys, step);
    } catch (cause) {
      logger.error("write_failed", { key: keys[0] ?? null, cause: String(cause) });
      return refused("unavailable", "The value could not be stored just now.");
    }
  }

  /**
   * What lies between this write and the one before: where nothing is expected nobody looks in between, so a long time is
   * no gap in a series. Nor is it where several sources are written at once, whose past may differ.
   */
  #looked([slug = "", ...others]: Iterable<string>): Pick<ChangeSet, "lastCheck" | "interval"> {
    const expected = others.length === 0 ? this.#ports.source(slug)?.plan?.expected : undefined;
    if (expected === undefined) return { lastCheck: null, interval: Number.POSITIVE_INFINITY };
    return { lastCheck: this.#ports.times().checked[slug] ?? null, interval: expected };
  }

  #made(keys: readonly string[], step: Commit | null): Made {
    // The store may be further already: what follows from a step is committed right after it.
    const { cursor } = step ?? this.#store;
    const gone = new Set(step?.removed);
    // Equal to what is held is done as well, at the rev that it has.
    const revOf = (key: string) => this.#store.get(key)?.rev ?? (gone.has(key) ? cursor.seq : 0);
    const changed = [...gone, ...(step?.changed ?? []).map(({ key }) => key)].filter((key) => !key.startsWith("$"));
    return {
      cursor,
      revs: Object.fromEntries(keys.map((key) => [key, revOf(key)])),
      delivered: this.#out.reach(changed),
    };
  }

  /** What a write that was done before left. Of several keys, those that changed since stand for the commit's own rev. */
  #revsThen(keys: readonly string[], { cursor, rev }: { cursor: Cursor; rev: number }): Record<string, number> {
    if (keys.length === 1) return Object.fromEntries(keys.map((key) => [key, rev]));
    return Object.fromEntries(keys.map((key) => [key, Math.min(this.#store.get(key)?.rev ?? 0, cursor.seq)]));
  }
}

function keyOf(part: Part): string {
  if ("remove" in part) return part.remove;
  return "write" in part ? part.write.key : part.append.key;
}

/**
 * Who counts its frames from 1 on each connection uses an id again for another write, which must not be taken for the
 * one before: what is written is part of the name.
 */
function nameOfFrame(principal: Principal, frame: SetFrame | AppendFrame): Once {
  return { writer: writerOf(principal), id: `${frame.id} ${hash(JSON.stringify(frame))}` };
}

function nameOfRequest(principal: Principal, { once, ...request }: WriteRequest): Once | null {
  if (once === undefined) return null;
  return { writer: writerOf(principal), id: `${once} ${hash(JSON.stringify(request))}`, keepFor: ONCE_FOR };
}

function writerOf(principal: Principal): string {
  switch (principal.kind) {
    case "member":
      return principal.userId;
    case "key":
      return `k:${principal.keyId}`;
    case "visitor":
      return `v:${principal.address}`;
  }
}
