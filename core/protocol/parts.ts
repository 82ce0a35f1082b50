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
export const requestId = z.string().check(z.minLength(1), z.maxLength(64));
/** A value as it came out of JSON.parse; its inside is the source's business, not the wire's. */
export const json = z.custom<Json>((value) => value !== undefined);
/** Recorded observations, oldest first: [time, value]; null marks the start of a stretch nothing is known about. */
export const points = z.array(z.tuple([time, z.nullable(z.number())]));
export type Point = [at: number, value: number | null];

export const kind = z.enum(["value", "series", "stream"]);

/** What a person needs to read a value: its unit and the upstream's own name for it. */
export const meta = z.object({
  kind,
  unit: z.optional(z.string()),
  label: z.optional(z.string()),
});
export type KeyMeta = z.infer<typeof meta>;
