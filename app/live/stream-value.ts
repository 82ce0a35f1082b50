import type { Json } from "../../core/json";
import type { StreamEvent } from "../../core/protocol/parts";
import type { KeyTail } from "../../core/protocol/snapshot";
import { applyTail } from "../../core/streams/apply-tail";
import { isEvents } from "../../core/streams/is-events";
import type { LiveValue } from "./live-value";

/** What a stream holds, and the gap in it. */
type Held = Pick<LiveValue, "value" | "gapAt">;

/** What is held with a tail; null where the tail does not follow on it. */
export function withTail(held: Held, tail: KeyTail): Held | null {
  const before = eventsOf(held.value);
  const tailed = applyTail(before, tail);
  if (!tailed.ok) return null;
  const last = before.at(-1)?.id ?? 0;
  // A gap is the server's word about its reader's cursor; what a loader brought may reach further than that.
  const isMissed = last < tail.from && (tail.gap === true || before.length > 0);
  return { value: tailed.events, ...gapIn(tailed.events, isMissed ? tailed.events[0]?.id : held.gapAt) };
}

/**
 * A whole stream in place of what is held of it: events that are held keep their reference. Where it begins after the
 * last one that is held, others may have come and gone unseen.
 */
export function replacedBy(held: Held | null, value: Json): Held {
  const before = held === null ? [] : eventsOf(held.value);
  const whole = eventsOf(value);
  const known = new Map(before.map((event) => [event.id, event]));
  const last = before.at(-1)?.id;
  const first = whole[0]?.id;
  const isMissed = last !== undefined && first !== undefined && first > last;
  return { value: whole.map((event) => known.get(event.id) ?? event), ...gapIn(whole, isMissed ? first : held?.gapAt) };
}

function eventsOf(value: Json): readonly StreamEvent[] {
  return isEvents(value) ? value : [];
}

/** A gap is said for as long as the event after it is there. */
function gapIn(events: readonly StreamEvent[], gapAt: number | undefined): { gapAt?: number } {
  return gapAt !== undefined && events.some(({ id }) => id === gapAt) ? { gapAt } : {};
}
