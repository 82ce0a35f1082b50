import type { StreamEvent } from "../protocol/parts";
import type { Tail } from "./tail-since";

/** A tail that does not fit what is held. Whoever gets it asks for the whole stream; nobody guesses. */
export type Tailed =
  | { readonly ok: true; readonly events: readonly StreamEvent[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The events a reader holds after a tail. Events that it has already are not taken twice, so a tail from an older cursor
 * than the reader's fits as well. Where nothing changes, the same reference comes back. `held` is never changed.
 */
export function applyTail(held: readonly StreamEvent[], { append: all, from, first }: Tail): Tailed {
  const kept = first === undefined ? held : since(held, first);
  // A step brings every event that was appended in it, also those that have left again.
  const append = first === undefined ? all : since(all, first);
  const last = kept.at(-1)?.id ?? 0;
  // With nothing left of what was held, it does not matter what that was, as long as `from` has left as well.
  const isReplaced = kept.length === 0 && first !== undefined && first > from;
  if (last < from && !isReplaced) return { ok: false, reason: `the last event held is ${last}, not ${from}` };
  const fresh = append.filter(({ id }) => id > last);
  const again = append.length - fresh.length;
  if (kept.length - kept.findLastIndex(({ id }) => id <= from) - 1 !== again) {
    return { ok: false, reason: `other events than these are held after ${from}` };
  }
  return { ok: true, events: fresh.length === 0 ? kept : [...kept, ...fresh] };
}

function since(events: readonly StreamEvent[], first: number): readonly StreamEvent[] {
  const begin = events.findIndex(({ id }) => id >= first);
  if (begin === 0) return events;
  return begin === -1 ? [] : events.slice(begin);
}
