import type { StreamEvent } from "../protocol/parts";
import { utf8Length } from "./utf8-length";

/** A stream's JSON text holds at most so many bytes: with what else is in its row, it stays below the platform's 2 MB. */
export const STREAM_BYTES = 1_000_000;

const known = new WeakMap<readonly StreamEvent[], number>();

/** Bytes of an event in its stream's JSON text, with the comma after it. */
export function eventBytes(event: StreamEvent): number {
  return utf8Length(JSON.stringify(event)) + 1;
}

/** Bytes of a stream's JSON text. Lists of events are never changed, so each is measured once. */
export function streamBytes(events: readonly StreamEvent[]): number {
  return known.get(events) ?? knowStreamBytes(events, 2 + events.reduce((sum, event) => sum + eventBytes(event), 0));
}

/** Keeps what a list is known to measure, so that a stream that grows is not measured as a whole each time. */
export function knowStreamBytes(events: readonly StreamEvent[], bytes: number): number {
  known.set(events, bytes);
  return bytes;
}
