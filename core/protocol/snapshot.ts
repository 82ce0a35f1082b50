import * as v from "valibot";
import { finite } from "../schema/finite";
import { cursor, json, key, meta, points, requestId, tail, time } from "./parts";

/**
 * One key as it stands. `at` is when it last changed. A series carries the points committed after the reader's cursor;
 * `hole` says that older ones, also after that cursor, have already left for the history (fetch them there).
 */
export const keyState = v.object({
  key,
  rev: finite(),
  at: time,
  value: json,
  meta,
  points: v.optional(points),
  hole: v.optional(v.literal(true)),
});
export type KeyState = v.InferOutput<typeof keyState>;

/** A stream that grew since the reader's cursor: what follows on what it holds. */
export const keyTail = v.object({ key, rev: finite(), at: time, ...tail });
export type KeyTail = v.InferOutput<typeof keyTail>;

/** Why a catch-up had to start afresh. */
export const fullReason = v.picklist(["first", "epoch", "horizon", "ahead"]);
export type FullReason = v.InferOutput<typeof fullReason>;

/**
 * The answer to `subscribe`, in parts of at most 256 kB, applied together when the last one is there. With `full` the
 * reader drops every key of these patterns that is not in it. `checked` and `due` as in a beat, so that ages are right
 * from the first frame. `tails` stand for streams that the reader has the beginning of; those in `values` are whole.
 */
export const snapshot = v.object({
  type: v.literal("snapshot"),
  id: requestId,
  cursor,
  full: v.boolean(),
  reason: v.optional(fullReason),
  part: finite(),
  parts: finite(),
  values: v.array(keyState),
  tails: v.optional(v.array(keyTail)),
  removed: v.array(key),
  checked: v.record(v.string(), time),
  due: v.record(v.string(), time),
});
export type Snapshot = v.InferOutput<typeof snapshot>;
