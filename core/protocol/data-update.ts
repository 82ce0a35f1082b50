import * as v from "valibot";
import { operation } from "../delta/operation";
import { finite } from "../schema/finite";
import { parseCursor } from "./cursor";
import { cursor, json, key, meta, points, tail, time } from "./parts";

/** Left out where they are the frame's own: `rev` is then its cursor's seq, `at` its timestamp. */
const own = { key, rev: v.optional(finite()), at: v.optional(time) };
const changed = v.object({
  ...own,
  value: json,
  meta: v.optional(meta),
  points: v.optional(points),
  hole: v.optional(v.literal(true)),
});
const patched = v.object({ ...own, base: finite(), patch: v.array(operation), hash: v.optional(v.string()) });
const appended = v.object({ ...own, ...tail });
const removed = v.object({ ...own, removed: v.literal(true) });

/**
 * One step of the store, from commit `from` to commit `cursor`: applied as a whole or not at all. The sources of the
 * keys in it were looked at with success at `timestamp`.
 *
 * An update is one key's part of it: its new value, a patch over the value of rev `base`, events to append to a stream,
 * or its removal. `hash` (now and then) is FNV-1a of the RFC 8785 text of what the patch leads to; where base, hash or
 * `from` do not fit, ask `resync`. `meta` comes with a new key and when it changed. A series whose frame skips
 * observations carries all of them as `points`; without, its one new point is [at, value]. `hole` as in a snapshot.
 */
const frame = v.object({
  type: v.literal("data_update"),
  from: cursor,
  cursor,
  timestamp: time,
  updates: v.array(v.union([changed, patched, appended, removed])),
});
/** As it is sent. */
export type DataUpdateFrame = v.InferOutput<typeof frame>;

/** As it is read: every update has its rev and its time. */
export const dataUpdate = v.pipe(
  frame,
  v.transform(({ updates, ...sent }: DataUpdateFrame) => {
    const rev = parseCursor(sent.cursor)?.seq ?? 0;
    return {
      ...sent,
      updates: updates.map((update) => ({ ...update, rev: update.rev ?? rev, at: update.at ?? sent.timestamp })),
    };
  }),
);
export type DataUpdate = v.InferOutput<typeof dataUpdate>;
export type Update = DataUpdate["updates"][number];
