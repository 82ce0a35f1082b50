import type { StreamEvent } from "../protocol/parts";
import type { HeldStream } from "../streams/held-stream";
import type { StoredKey } from "./page";

/** A stored key of kind `stream`. */
export interface StreamKey extends StoredKey {
  readonly value: readonly StreamEvent[];
  readonly dropped: number;
  readonly born: number;
}

/** Pages are parsed and appends are checked against this, so the kind alone tells. */
export function isStream(stored: StoredKey): stored is StreamKey {
  return stored.meta.kind === "stream" && stored.dropped !== undefined;
}

export function heldStream({ value, dropped }: StreamKey): HeldStream {
  return { events: value, dropped };
}
