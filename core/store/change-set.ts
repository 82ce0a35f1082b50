import type { Json } from "../json";
import type { Origin } from "../keys/key-log";
import type { Cursor } from "../protocol/cursor";
import type { KeyMeta, StreamEvent } from "../protocol/parts";
import type { StoredKey } from "./page";
import type { Looked } from "./record";

/** The last state of a key of kind `value` or `series`. */
export interface Write {
  readonly key: string;
  readonly value: Json;
  readonly meta: KeyMeta;
}

/** Events for a stream, at most 1,000 of them; none makes an empty stream, or gives one another meta. */
export interface Append {
  readonly key: string;
  readonly events: readonly { readonly at: number; readonly data: Json }[];
  readonly meta: KeyMeta;
}

/** The name of a write, chosen by who wants it: sent again under the same name, it is done once. */
export interface Once {
  readonly writer: string;
  readonly id: string;
  /** How long the name is kept, in milliseconds; 10 minutes where it does not say. */
  readonly keepFor?: number;
}

/** What one writer wants to be true together. A key is in one of its lists only. */
export interface ChangeSet extends Looked {
  readonly at: number;
  readonly writes: readonly Write[];
  readonly removes: readonly string[];
  readonly appends?: readonly Append[];
  readonly once?: Once;
  /** Where it comes from; what does not say so is in no log. */
  readonly by?: Origin;
}

/** One key's part of a commit. `isNew`: the reader has not seen this key's meta yet. */
export interface Changed {
  readonly key: string;
  /** What it was before; null when there was none. */
  readonly before: StoredKey | null;
  readonly state: StoredKey;
  readonly isNew: boolean;
  /** What this commit appended to a stream, oldest first; some of it may have left at once. */
  readonly events?: readonly StreamEvent[];
}

/** One step of the store, already durable. */
export interface Commit {
  readonly from: Cursor;
  readonly cursor: Cursor;
  readonly at: number;
  readonly changed: readonly Changed[];
  readonly removed: readonly string[];
}
