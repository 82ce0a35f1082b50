import * as v from "valibot";
import { count, time } from "../protocol/parts";
import { finite } from "../schema/finite";

/**
 * What brought a change: a look at the source, a program with an API key, a signed push, another Worker, the script of a
 * web page, a person, or the return of a source that was removed. `name`: the key's, Worker's, page's or person's, as it
 * was then.
 */
export const origin = v.object({
  how: v.picklist(["refresh", "key", "webhook", "worker", "beacon", "person", "restore"]),
  name: v.optional(v.string()),
});
export type Origin = v.InferOutput<typeof origin>;

/** A value as a log keeps it: plain ones as they are, of anything larger the beginning of its JSON text. */
const logged = v.union([v.string(), finite(), v.boolean(), v.null()]);
export type Logged = v.InferOutput<typeof logged>;

/** One change that is no step from one recorded point to the next. `from`, `to`: left out where there was nothing, as before the first value. */
export const keyChange = v.object({
  rev: count,
  at: time,
  by: origin,
  /** Of a list or an object: a JSON Pointer to the first place that differs, where `from` and `to` stood. */
  path: v.optional(v.string()),
  from: v.optional(logged),
  to: v.optional(logged),
  /** `from` or `to` is a part of the text only. */
  isCut: v.optional(v.literal(true)),
  /** Of a stream: how many events were appended. */
  events: v.optional(count),
});
export type KeyChange = v.InferOutput<typeof keyChange>;

/** Who wrote into a page, each from this time on until the next. */
export const origins = v.array(v.strictTuple([time, origin]));

/**
 * What is known of a key's last changes, oldest first, as of its revision. The numbers of a series are its points, of which
 * `origins` tells where they came from.
 */
export const keyLog = v.object({ rev: count, changes: v.array(keyChange), origins });
export type KeyLog = v.InferOutput<typeof keyLog>;
