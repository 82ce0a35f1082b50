import * as z from "zod/mini";
import { cursor, json, key, meta, points, requestId, tail, time } from "./parts";

/**
 * One key as it stands. `at` is when it last changed. A series carries the points committed after the reader's cursor;
 * `hole` says that older ones, also after that cursor, have already left for the history (fetch them there).
 */
export const keyState = z.object({
  key,
  rev: z.number(),
  at: time,
  value: json,
  meta,
  points: z.optional(points),
  hole: z.optional(z.literal(true)),
});
export type KeyState = z.infer<typeof keyState>;

/** A stream that grew since the reader's cursor: what follows on what it holds. */
export const keyTail = z.object({ key, rev: z.number(), at: time, ...tail });
export type KeyTail = z.infer<typeof keyTail>;

/** Why a catch-up had to start afresh. */
export const fullReason = z.enum(["first", "epoch", "horizon", "ahead"]);
export type FullReason = z.infer<typeof fullReason>;

/**
 * The answer to `subscribe`, in parts of at most 256 kB, applied together when the last one is there. With `full` the
 * reader drops every key of these patterns that is not in it. `checked` and `due` as in a beat, so that ages are right
 * from the first frame. `tails` stand for streams that the reader has the beginning of; those in `values` are whole.
 */
export const snapshot = z.object({
  type: z.literal("snapshot"),
  id: requestId,
  cursor,
  full: z.boolean(),
  reason: z.optional(fullReason),
  part: z.number(),
  parts: z.number(),
  values: z.array(keyState),
  tails: z.optional(z.array(keyTail)),
  removed: z.array(key),
  checked: z.record(z.string(), time),
  due: z.record(z.string(), time),
});
export type Snapshot = z.infer<typeof snapshot>;
