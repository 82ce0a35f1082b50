import type { Changes } from "../../../core/live-object";
import type { Beat } from "../../../core/protocol/beat";
import type { DataUpdate } from "../../../core/protocol/data-update";
import type { Ending } from "../connection-state";

export interface FeedEvents {
  /** What changed since where the feed stood, if anything: first of all, and then as often as it can only tell so much. */
  changed(changes: Changes): void;
  /** The next step, or a look without one. */
  received(frame: DataUpdate | Beat): void;
  /** Once, and nothing after it. */
  ended(ending: Ending): void;
}

/** Follows keys from a cursor on, one way or the other. */
export interface Feed {
  /** There may be something to hear that has not been heard. */
  look(): void;
  stop(): void;
}

/** `keys`: what is wanted just now, few enough for one question. */
export type OpenFeed = (keys: () => string[], since: string, events: FeedEvents) => Feed;
