import type { Beat } from "../../core/protocol/beat";
import type { DataUpdate } from "../../core/protocol/data-update";
import type { KeyTail, Snapshot } from "../../core/protocol/snapshot";

/** A whole snapshot, all its parts in one, with the patterns it answers. */
export interface CatchUp extends Omit<Snapshot, "type" | "part" | "parts" | "tails"> {
  readonly type: "catch_up";
  readonly tails: readonly KeyTail[];
  readonly patterns: readonly string[];
}

/** What changes the reader's copy, in the order it was sent. */
export type Arrival = DataUpdate | Beat | CatchUp;
