import * as v from "valibot";
import { finite } from "../../core/schema/finite";
import { whole } from "../../core/schema/whole";

const headers = v.record(v.string(), v.string());

/**
 * What a scripted upstream does when it is asked. Plain data, so that a test in another runtime or process can send it.
 */
const single = v.variant("do", [
  /** `gzip` sends the body compressed. `bytes`: the body as hexadecimal, for what is no text. */
  v.object({
    do: v.literal("answer"),
    status: v.optional(whole()),
    headers: v.optional(headers),
    body: v.optional(v.string()),
    bytes: v.optional(v.string()),
    gzip: v.optional(v.boolean()),
  }),
  v.object({ do: v.literal("json"), value: v.unknown() }),
  v.object({ do: v.literal("redirect"), to: v.string(), status: v.optional(whole()) }),
  /** Says nothing until it is released; then gives what stands in the route by that time, or hangs up. */
  v.object({ do: v.literal("hang") }),
  /** Headers and one byte at once, then one byte every `every` milliseconds, without end. */
  v.object({ do: v.literal("drip"), every: finite() }),
  /** So many zero bytes, as fast as they are taken; with `gzip` they travel as a thousandth. */
  v.object({ do: v.literal("flood"), bytes: finite(), gzip: v.optional(v.boolean()) }),
  /** Promises more bytes than it sends, then drops the connection. */
  v.object({ do: v.literal("cut"), body: v.string() }),
]);
export type SingleAnswer = v.InferOutput<typeof single>;

/** A list is given one by one, in order; the last one stays. */
export const upstreamAnswer = v.union([single, v.pipe(v.array(single), v.minLength(1))]);
export type UpstreamAnswer = v.InferOutput<typeof upstreamAnswer>;
