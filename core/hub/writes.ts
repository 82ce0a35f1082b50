import { refusesWrite } from "../access/access";
import { apply } from "../delta/apply";
import { hash } from "../delta/hash";
import type { Patch } from "../delta/operation";
import { MAX_OPERATIONS } from "../delta/worth-sending";
import { type ErrorCode, LiveError } from "../errors";
import type { Json } from "../json";
import { sourceOf } from "../keys/name";
import type { Principal } from "../live-object";
import type { Clock, Logger } from "../ports";
import type { AppendFrame } from "../protocol/append";
import type { Cursor } from "../protocol/cursor";
import type { SetFrame } from "../protocol/set";
import { isPortable } from "../protocol/written";
import type { SourceDefinition } from "../sources/definition";
import { editableState } from "../sources/editable";
import { stateWrite } from "../sources/state-write";
import type { Once } from "../store/change-set";
import type { ChangeSet, Commit, Store, StoredKey } from "../store/store";
import type { Limits } from "./limits";

export interface WritesPorts {
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
  readonly limits: Pick<Limits, "valueBytes" | "keys">;
  /** The source of this short name; undefined where there is none. */
  source(slug: string): Pick<SourceDefinition, "kind" | "name"> | undefined;
}

/** What is held. To change it is `commit`'s business, which publishes as well. */
type Held = Pick<Store, "cursor" | "get" | "keysOf" | "size" | "written">;

/** What a write came to: the commit it is in and its key's rev there, or why it changed nothing. */
export type WriteAnswer =
  | { readonly done: { readonly cursor: Cursor; readonly rev: number } }
  | { readonly refused: LiveError; readonly current?: { readonly rev: number; readonly value: Json } };

/** A frame's part of a change set. */
type Change = Pick<ChangeSet, "writes" | "appends">;
type Refused = Extract<WriteAnswer, { refused: LiveError }>;

/** Decides what people write. It keeps nothing: what was done is in the store, with the name of the write. */
export class Writes {
  readonly #store: Held;
  readonly #ports: WritesPorts;
  readonly #makeDurable: (change: ChangeSet) => Commit | null;

  /** `commit` throws what the storage throws; then nothing is changed. */
  constructor(store: Held, ports: WritesPorts, commit: (change: ChangeSet) => Commit | null) {
    this.#store = store;
    this.#ports = ports;
    this.#makeDurable = commit;
  }

  /** Makes the frame's change durable, once, or says why not. What is refused changes nothing. Never throws. */
  answer(principal: Principal, frame: SetFrame | AppendFrame): WriteAnswer {
    const { key } = frame;
    const source = this.#sourceOf(key);
    const refusal = refusesWrite(principal, key, source?.kind);
    if (refusal !== null) return refused(refusal);
    // Visitors may write nothing, which is said above; sources that are not there are not editable.
    if (principal.kind !== "member" || source === undefined) return refused("forbidden");
    const once = nameOf(principal.userId, frame);
    const done = this.#store.written(once.writer, once.id);
    if (done) return { done };
    const held = this.#store.get(key);
    const change = frame.type === "set" ? this.#set(frame, held) : this.#append(frame, held);
    if ("refused" in change) return change;
    if (held) return this.#commit(key, change, once);
    const { keys } = this.#ports.limits;
    if (this.#store.size >= keys) return refused("too_many_keys", `A workspace may hold ${keys} keys.`);
    return this.#commit(key, this.#counted(change, sourceOf(key), source.name), once);
  }

  /** A key has a name below its source's: the source's own name is no key of it. */
  #sourceOf(key: string): ReturnType<WritesPorts["source"]> {
    return key.includes(".") ? this.#ports.source(sourceOf(key)) : undefined;
  }

  #set({ key, value, patch, ifRev }: SetFrame, held: StoredKey | undefined): Change | Refused {
    if (held?.meta.kind === "stream") return refused("wrong_kind");
    const current = { rev: held?.rev ?? 0, value: held?.value ?? null };
    if (ifRev !== undefined && ifRev !== current.rev) return { ...refused("conflict"), current };
    const next = patch === undefined ? { value: value ?? null } : patched(current.value, patch);
    if ("refused" in next) return next;
    const meta = held?.meta ?? { kind: "value" as const };
    return this.#tooLarge(next.value) ?? { writes: [{ key, value: next.value, meta }] };
  }

  #append({ key, data }: AppendFrame, held: StoredKey | undefined): Change | Refused {
    if (held && held.meta.kind !== "stream") return refused("wrong_kind");
    const meta = held?.meta ?? { kind: "stream" as const };
    const events = [{ at: this.#ports.clock.now(), data }];
    return this.#tooLarge(data) ?? { writes: [], appends: [{ key, events, meta }] };
  }

  #tooLarge(value: Json): Refused | null {
    const { valueBytes } = this.#ports.limits;
    if (JSON.stringify(value).length <= valueBytes) return null;
    return refused("value_too_large", `A value may have ${valueBytes} bytes of JSON.`);
  }

  /** A key that is new is one more of its source's: readers hear of both in one step. */
  #counted(change: Change, slug: string, name: string): Change {
    const keys = this.#store.keysOf(slug).length + 1;
    return { ...change, writes: [...change.writes, stateWrite(slug, editableState(name, keys))] };
  }

  #commit(key: string, change: Change, once: Once): WriteAnswer {
    const { clock, logger } = this.#ports;
    try {
      const whole = { ...change, at: clock.now(), removes: [], once, lastCheck: null, interval: 0 };
      const step = this.#makeDurable(whole);
      // Equal to what is held is done as well, at the rev that it has.
      return { done: { cursor: this.#store.cursor, rev: step ? step.cursor.seq : (this.#store.get(key)?.rev ?? 0) } };
    } catch (cause) {
      logger.error("write_failed", { key, cause: String(cause) });
      return refused("unavailable", "The value could not be stored just now.");
    }
  }
}

/**
 * Who counts its frames from 1 on each connection uses an id again for another write, which must not be taken for the
 * one before: what is written is part of the name.
 */
function nameOf(writer: string, frame: SetFrame | AppendFrame): Once {
  return { writer, id: `${frame.id} ${hash(JSON.stringify(frame))}` };
}

function patched(before: Json, patch: Patch): { readonly value: Json } | Refused {
  if (patch.length > MAX_OPERATIONS) return refused("bad_patch", `A patch may have ${MAX_OPERATIONS} operations.`);
  const applied = apply(before, patch);
  if (!applied.ok) return refused("bad_patch", `The patch does not fit the value: ${applied.reason}.`);
  // Each part may be nested as deep as a value may; put into one another they go deeper.
  return isPortable(applied.value)
    ? applied
    : refused("bad_patch", "The patch leads to a value that is nested too deep.");
}

function refused(code: ErrorCode, detail?: string): Refused {
  return { refused: new LiveError(code, detail) };
}
