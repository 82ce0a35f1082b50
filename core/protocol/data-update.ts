import * as z from "zod/mini";
import { cursor, json, key, meta, points, time } from "./parts";

const changed = z.object({
  key,
  rev: z.number(),
  at: time,
  value: json,
  meta: z.optional(meta),
  points: z.optional(points),
});
const removed = z.object({ key, rev: z.number(), removed: z.literal(true) });

/**
 * One key's part of a commit: its new value, or its removal. `meta` comes with a new key and when it changed. A series
 * whose frame skips observations carries all of them as `points`; without, its one new point is [at, value].
 */
export const update = z.union([changed, removed]);
export type Update = z.infer<typeof update>;

/**
 * One step of the store, from commit `from` to commit `cursor`: applied as a whole or not at all. The sources of the
 * keys in it were looked at with success at `timestamp`.
 */
export const dataUpdate = z.object({
  type: z.literal("data_update"),
  from: cursor,
  cursor,
  timestamp: time,
  updates: z.array(update),
});
export type DataUpdate = z.infer<typeof dataUpdate>;
