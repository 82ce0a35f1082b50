import type { StreamEvent } from "../protocol/parts";
import type { HeldStream } from "./held-stream";
import { eventBytes, knowStreamBytes, STREAM_BYTES, streamBytes } from "./stream-bytes";

/**
 * The stream after these events, whose ids are above all that it ever had. The oldest leave until it has at most `keep`
 * events and STREAM_BYTES; an event that is larger than that alone leaves at once. What did not change keeps its
 * reference. Costs what comes and leaves.
 */
export function grow(held: HeldStream, added: readonly StreamEvent[], keep: number): HeldStream {
  const all = added.length === 0 ? held.events : [...held.events, ...added];
  let bytes = streamBytes(held.events) + added.reduce((sum, event) => sum + eventBytes(event), 0);
  let leaving = 0;
  for (const event of all) {
    if (all.length - leaving <= keep && bytes <= STREAM_BYTES) break;
    bytes -= eventBytes(event);
    leaving += 1;
  }
  const events = leaving === 0 ? all : all.slice(leaving);
  knowStreamBytes(events, bytes);
  return { events, dropped: all[leaving - 1]?.id ?? held.dropped };
}
