import * as v from "valibot";
import { block } from "../history/block";
import { keyChange, origins } from "../keys/key-log";
import { json, meta, time } from "../protocol/parts";
import { finite } from "../schema/finite";
import { isEvents } from "../streams/is-events";
import { doneWrite } from "./done";

/** A page is one row: as many keys as share it cost one written row together. */
export const PAGE_KEYS = 64;
export const PAGE_BYTES = 256 * 1024;
/** A value larger than this has a page of its own, so that its neighbours' changes do not rewrite it. */
export const SOLO_BYTES = 4 * 1024;

/**
 * A key as the store holds it. `rev`: the commit of its last change; `at`: the time of that change. A stream's value is
 * its events; `dropped`: the id of the newest one that has left, 0 if none has; `born`: the commit since which readers
 * know it with this meta, so that one from before gets it whole.
 */
export const storedKey = v.pipe(
  v.object({
    rev: finite(),
    at: time,
    value: json,
    meta,
    dropped: v.optional(finite()),
    born: v.optional(finite()),
  }),
  v.check(
    ({ meta: { kind }, value, dropped, born }) =>
      kind !== "stream" || (dropped !== undefined && born !== undefined && isEvents(value)),
    "a stream holds events",
  ),
);
export type StoredKey = v.InferOutput<typeof storedKey>;

export const pageBody = v.object({
  solo: v.optional(v.literal(true)),
  /** The page whose finished minutes wait here, without keys of its own, while the history cannot be reached. */
  overflowOf: v.optional(finite()),
  keys: v.record(v.string(), storedKey),
  /** Removed keys with the commit that removed them. */
  tombstones: v.record(v.string(), finite()),
  /** Minutes of recorded points that are not over, or not in the history yet. */
  blocks: v.array(block),
  /** When the last row of points was recorded; 0 before the first. Its block may have left since. */
  lastRowAt: finite(),
  /** Points of commits up to this one may have left for the history. */
  droppedSeq: finite(),
  /** The last minute whose block has left: nothing may be recorded into it any more. */
  droppedMinute: finite(),
  /** What the history holds of this page is true at this commit. */
  flushedSeq: finite(),
  /** Writes that name themselves and that touched this page lately, oldest first. */
  done: v.optional(v.array(doneWrite)),
  /** The last changes of its keys that are no series, oldest first. */
  log: v.optional(v.record(v.string(), v.array(keyChange))),
  /** Who wrote the points of its series, where it was not the look at the source. */
  origins: v.optional(origins),
});

/** A page in memory. Never changed in place: a commit makes a new one, so that a failed write changes nothing. */
export interface Page extends v.InferOutput<typeof pageBody> {
  readonly id: number;
  readonly slug: string;
  /** The last commit that touched it; the store's own seq is the highest of these. */
  readonly seq: number;
}

export function emptyPage(id: number, slug: string): Page {
  return {
    id,
    slug,
    seq: 0,
    keys: {},
    tombstones: {},
    blocks: [],
    lastRowAt: 0,
    droppedSeq: 0,
    droppedMinute: -1,
    flushedSeq: 0,
  };
}
