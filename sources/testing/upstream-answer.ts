import * as z from "zod/mini";

const headers = z.record(z.string(), z.string());

/**
 * What a scripted upstream does when it is asked. Plain data, so that a test in another runtime or process can send it.
 */
const single = z.discriminatedUnion("do", [
  /** `gzip` sends the body compressed. `bytes`: the body as hexadecimal, for what is no text. */
  z.object({
    do: z.literal("answer"),
    status: z.optional(z.int()),
    headers: z.optional(headers),
    body: z.optional(z.string()),
    bytes: z.optional(z.string()),
    gzip: z.optional(z.boolean()),
  }),
  z.object({ do: z.literal("json"), value: z.unknown() }),
  z.object({ do: z.literal("redirect"), to: z.string(), status: z.optional(z.int()) }),
  /** Says nothing until it is released; then gives what stands in the route by that time, or hangs up. */
  z.object({ do: z.literal("hang") }),
  /** Headers and one byte at once, then one byte every `every` milliseconds, without end. */
  z.object({ do: z.literal("drip"), every: z.number() }),
  /** So many zero bytes, as fast as they are taken; with `gzip` they travel as a thousandth. */
  z.object({ do: z.literal("flood"), bytes: z.number(), gzip: z.optional(z.boolean()) }),
  /** Promises more bytes than it sends, then drops the connection. */
  z.object({ do: z.literal("cut"), body: z.string() }),
]);
export type SingleAnswer = z.infer<typeof single>;

/** A list is given one by one, in order; the last one stays. */
export const upstreamAnswer = z.union([single, z.array(single).check(z.minLength(1))]);
export type UpstreamAnswer = z.infer<typeof upstreamAnswer>;
