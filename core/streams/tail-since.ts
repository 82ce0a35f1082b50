import type { KeyTail } from "../protocol/snapshot";
import { lastIdAt } from "./event-id";
import type { HeldStream } from "./held-stream";

/** What follows on the events that a reader holds: the part of an update or a snapshot that is about a stream. */
export type Tail = Pick<KeyTail, "append" | "from" | "first" | "gap">;

/**
 * What a reader that stood at commit `sinceSeq` lacks of the stream. `droppedBefore`: the `dropped` that this reader
 * knows of; it is told again where events begin only if more have left since.
 */
export function tailSince({ events, dropped }: HeldStream, sinceSeq: number, droppedBefore = 0): Tail {
  const seen = lastIdAt(sinceSeq);
  const last = events.findLastIndex(({ id }) => id <= seen);
  const from = events[last]?.id ?? dropped;
  const isTrimmed = dropped > droppedBefore || (last === -1 && from > 0);
  return {
    append: events.slice(last + 1),
    from,
    ...(isTrimmed ? { first: events[0]?.id ?? dropped + 1 } : {}),
    ...(dropped > seen ? { gap: true as const } : {}),
  };
}
