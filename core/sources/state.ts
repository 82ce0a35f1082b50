import * as z from "zod/mini";
import { time } from "../protocol/parts";

/** Why a refresh brought nothing. Closed: each has a sentence in sources/failure.ts and a row in docs. */
export const failureCode = z.enum([
  "bad_settings",
  "refused_address",
  "unreachable",
  "timeout",
  "too_large",
  "too_many_redirects",
  "upstream_status",
  "rate_limited",
  "bad_body",
  "bad_mapping",
  "too_many_keys",
  "key_collision",
  "internal",
]);
export type FailureCode = z.infer<typeof failureCode>;

/** A failure as people read it: no header, secret, stack or address of an inner hop in it. */
export const failure = z.object({ code: failureCode, message: z.string() });
export type Failure = z.infer<typeof failure>;

/**
 * Part of what a source is to bring has gone from its answers or become something else: its keys keep their last good
 * values. `path`: of a key, or of all keys below it, without the slug; empty for any key of the source.
 */
export const drift = z.object({ path: z.string(), message: z.string(), since: time });
export type Drift = z.infer<typeof drift>;

/** Its values are made up by a generator: whatever shows them says so. */
const marks = { synthetic: z.exactOptional(z.literal(true)) };

/**
 * The value of `$sources.<slug>`. It changes only with the state, the class of the failure, the number of keys, what has
 * drifted or the interval in force; when the source was last looked at travels in beats. `interval` null: it is never
 * asked, people or programs write it. What it holds is true as long as the reader is connected, and, where writes are
 * `expected` so often (milliseconds), as long as they come: the last one counts as a look.
 */
export const sourceState = z.discriminatedUnion("state", [
  z.object({ state: z.literal("waiting"), name: z.string(), interval: z.number(), ...marks }),
  z.object({
    state: z.literal("ok"),
    name: z.string(),
    interval: z.nullable(z.number()),
    expected: z.exactOptional(z.number()),
    keys: z.number(),
    /** At most 20. */
    drift: z.exactOptional(z.array(drift)),
    ...marks,
  }),
  z.object({
    state: z.literal("failing"),
    name: z.string(),
    interval: z.number(),
    failure,
    /** When the last good answer came; null when there never was one. */
    lastGood: z.nullable(time),
    ...marks,
  }),
  z.object({ state: z.literal("paused"), name: z.string(), interval: z.number(), ...marks }),
]);
export type SourceState = z.infer<typeof sourceState>;
