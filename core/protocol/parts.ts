import * as v from "valibot";
import type { Json } from "../json";
import { isKeyName } from "../keys/name";
import { isPattern } from "../keys/pattern";
import { finite } from "../schema/finite";
import { parseCursor } from "./cursor";

/** The pieces that several frames share. Times are milliseconds since 1970 by the server's clock. */
export const time = finite();
export const key = v.pipe(v.string(), v.check(isKeyName, "not a key name"));
export const pattern = v.pipe(v.string(), v.check(isPattern, "not a key pattern"));
export const cursor = v.pipe(
  v.string(),
  v.check((text) => parseCursor(text) !== null, "not a cursor"),
);
/** Chosen by the client, echoed in the answer. */
export const requestId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.check((text) => text.isWellFormed(), "half a character"),
);
/** A whole number that counts something. */
export const count = v.pipe(
  finite(),
  v.check((value) => Number.isSafeInteger(value) && value >= 0, "not a count"),
);
/** A value as it came out of JSON.parse; its inside is the source's business, not the wire's. */
export const json = v.custom<Json>((value) => value !== undefined);
/** Recorded observations, oldest first: [time, value]; null marks the start of a stretch nothing is known about. */
export const points = v.array(v.strictTuple([time, v.nullable(finite())]));
export type Point = [at: number, value: number | null];

export const kind = v.picklist(["value", "series", "stream"]);

/**
 * What a person needs to read a value: its unit and the upstream's own name for it. `keep`: how many events a stream
 * holds, the newest ones; 100 where it does not say.
 */
export const meta = v.object({
  kind,
  unit: v.optional(v.string()),
  label: v.optional(v.string()),
  keep: v.optional(finite()),
});
export type KeyMeta = v.InferOutput<typeof meta>;

/** One event of a stream. A stream's value is the array of those that it holds, oldest first; ids only grow. */
export const event = v.object({ id: finite(), at: time, data: json });
export type StreamEvent = v.InferOutput<typeof event>;

/**
 * What follows on the events that a reader holds. `from`: the id of the last one before these, 0 if there was none; a
 * reader whose last one is another asks `resync`, unless `gap` says that events between have left unseen. `first`: older
 * events than this one have left, and leave the reader too.
 */
export const tail = {
  append: v.array(event),
  from: finite(),
  first: v.optional(finite()),
  gap: v.optional(v.literal(true)),
};
