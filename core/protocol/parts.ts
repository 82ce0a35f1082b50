import * as z from "zod/mini";
import type { Json } from "../json";
import { isKeyName } from "../keys/name";
import { isPattern } from "../keys/pattern";
import { parseCursor } from "./cursor";

/** The pieces that several frames share. Times are milliseconds since 1970 by the server's clock. */
export const time = z.number();
export const key = z.string().check(z.refine(isKeyName, "not a key name"));
export const pattern = z.string().check(z.refine(isPattern, "not a key pattern"));
export const cursor = z.string().check(z.refine((text) => parseCursor(text) !== null, "not a cursor"));
/** Chosen by the client, echoed in the answer. */
export const requestId = z.string().check(
  z.minLength(1),
  z.maxLength(64),
  z.refine((text) => text.isWellFormed(), "half a character"),
);
/** A whole number that counts something. */
export const count = z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 0, "not a count"));
/** A value as it came out of JSON.parse; its inside is the source's business, not the wire's. */
export const json = z.custom<Json>((value) => value !== undefined);
/** Recorded observations, oldest first: [time, value]; null marks the start of a stretch nothing is known about. */
export const points = z.array(z.tuple([time, z.nullable(z.number())]));
export type Point = [at: number, value: number | null];

export const kind = z.enum(["value", "series", "stream"]);

/**
 * What a person needs to read a value: its unit and the upstream's own name for it. `keep`: how many events a stream
 * holds, the newest ones; 100 where it does not say.
 */
export const meta = z.object({
  kind,
  unit: z.optional(z.string()),
  label: z.optional(z.string()),
  keep: z.optional(z.number()),
});
export type KeyMeta = z.infer<typeof meta>;

/** One event of a stream. A stream's value is the array of those that it holds, oldest first; ids only grow. */
export const event = z.object({ id: z.number(), at: time, data: json });
export type StreamEvent = z.infer<typeof event>;

/**
 * What follows on the events that a reader holds. `from`: the id of the last one before these, 0 if there was none; a
 * reader whose last one is another asks `resync`, unless `gap` says that events between have left unseen. `first`: older
 * events than this one have left, and leave the reader too.
 */
export const tail = {
  append: z.array(event),
  from: z.number(),
  first: z.optional(z.number()),
  gap: z.optional(z.literal(true)),
};
