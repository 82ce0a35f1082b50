import * as z from "zod/mini";
import { count, time } from "../protocol/parts";

/**
 * What brought a change: a look at the source, a program with an API key, a signed push, another Worker, the script of a
 * web page, a person, or the return of a source that was removed. `name`: the key's, Worker's, page's or person's, as it
 * was then.
 */
export const origin = z.object({
  how: z.enum(["refresh", "key", "webhook", "worker", "beacon", "person", "restore"]),
  name: z.optional(z.string()),
});
export type Origin = z.infer<typeof origin>;

/** A value as a log keeps it: plain ones as they are, of anything larger the beginning of its JSON text. */
const logged = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Logged = z.infer<typeof logged>;

/** One change of a key that is no series. `from`, `to`: left out where there was nothing, as before the first value. */
export const keyChange = z.object({
  rev: count,
  at: time,
  by: origin,
  /** Of a list or an object: a JSON Pointer to the first place that differs, where `from` and `to` stood. */
  path: z.optional(z.string()),
  from: z.optional(logged),
  to: z.optional(logged),
  /** `from` or `to` is a part of the text only. */
  isCut: z.optional(z.literal(true)),
  /** Of a stream: how many events were appended. */
  events: z.optional(count),
});
export type KeyChange = z.infer<typeof keyChange>;

/** Who wrote into a page, each from this time on until the next. */
export const origins = z.array(z.tuple([time, origin]));
export type Origins = z.infer<typeof origins>;

/**
 * What is known of a key's last changes, oldest first, as of its revision. A series has its points instead, of which
 * `origins` tells where they came from.
 */
export const keyLog = z.object({ rev: count, changes: z.array(keyChange), origins });
export type KeyLog = z.infer<typeof keyLog>;
