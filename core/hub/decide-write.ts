import { apply } from "../delta/apply";
import type { Patch } from "../delta/operation";
import { MAX_OPERATIONS } from "../delta/worth-sending";
import type { ErrorCode } from "../error-codes";
import { LiveError } from "../errors";
import type { Json } from "../json";
import type { Told } from "../people/told";
import type { KeyMeta } from "../protocol/parts";
import { isPortable } from "../protocol/written";
import { PUSH } from "../sources/written";
import type { Append, StoredKey, Write } from "../store/store";
import { EVENTS_A_COMMIT } from "../streams/event-id";
import type { Wish } from "./wish";

/** One key's part of a change set. */
export type Part =
  | { readonly write: Write; readonly told?: Told }
  | { readonly append: Append }
  | { readonly remove: string };

/** Why nothing is changed: the key that is refused, and with `conflict` how it stands. */
export interface Refused {
  readonly refused: LiveError;
  readonly key?: string;
  readonly current?: { readonly rev: number; readonly value: Json };
  /** Milliseconds to wait before trying again. */
  readonly after?: number;
}

interface Around {
  /** The kind of the key's source. */
  readonly source: string;
  readonly valueBytes: number;
  readonly now: number;
}

/** What a wish comes to for the key as it is held. */
export function decide(wish: Wish, held: StoredKey | undefined, around: Around): Part | Refused {
  const { key, ifRev } = wish;
  const isStream = held?.meta.kind === "stream";
  if (wish.to === "append" ? held && !isStream : isStream && wish.to !== "remove") return refused("wrong_kind");
  const current = { rev: held?.rev ?? 0, value: held?.value ?? null };
  if (ifRev !== undefined && ifRev !== current.rev) return { ...refused("conflict"), current };
  if (wish.to === "remove") return { remove: key };
  if (wish.to === "append") return appended(wish, held, around);
  const next = wish.to === "set" ? wish : patched(current.value, wish.patch);
  if ("refused" in next) return next;
  const { value } = next;
  return tooLarge(value, around) ?? { write: { key, value, meta: metaOf(value, held, around) } };
}

function appended(wish: Extract<Wish, { to: "append" }>, held: StoredKey | undefined, around: Around): Part | Refused {
  const { key } = wish;
  if (wish.events.length > EVENTS_A_COMMIT)
    return refused("bad_input", `A write may append ${EVENTS_A_COMMIT} events.`);
  for (const { data } of wish.events) {
    const refusal = tooLarge(data, around);
    if (refusal) return refusal;
  }
  const events = wish.events.map(({ at = around.now, data }) => ({ at, data }));
  const meta = held?.meta ?? { kind: "stream" as const };
  return { append: { key, events, meta: wish.keep === undefined ? meta : { ...meta, keep: wish.keep } } };
}

/** A key keeps its meta. A number that a program pushes is recorded, as one that a source reads. */
function metaOf(value: Json, held: StoredKey | undefined, { source }: Around): KeyMeta {
  const meta = held?.meta ?? { kind: "value" };
  return source === PUSH && typeof value === "number" ? { ...meta, kind: "series" } : meta;
}

function tooLarge(value: Json, { valueBytes }: Around): Refused | null {
  if (JSON.stringify(value).length <= valueBytes) return null;
  return refused("value_too_large", `A value may have ${valueBytes} bytes of JSON.`);
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

export function refused(code: ErrorCode, detail?: string): Refused {
  return { refused: new LiveError(code, detail) };
}
