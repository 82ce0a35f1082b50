import type { StreamEvent } from "../protocol/parts";

/** A stream as the store holds it: its newest events, oldest first. */
export interface HeldStream {
  readonly events: readonly StreamEvent[];
  /** The id of the newest event that has left; 0 while none has. */
  readonly dropped: number;
}

export const EMPTY_STREAM: HeldStream = { events: [], dropped: 0 };
