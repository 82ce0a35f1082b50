import type { Refresh } from "../sources/reading";

/** What became of an outcome: the same, or why it could not be stored; and how many keys of the source it changed. */
export interface Kept {
  readonly kept: Refresh;
  readonly changed: number;
}
