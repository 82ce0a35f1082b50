import * as v from "valibot";
import { time } from "../protocol/parts";
import { finite } from "../schema/finite";

/** Why a refresh brought nothing. Closed: each has a sentence in sources/failure.ts and a row in docs. */
export const failureCode = v.picklist([
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
export type FailureCode = v.InferOutput<typeof failureCode>;

/** A failure as people read it: no header, secret, stack or address of an inner hop in it. */
export const failure = v.object({ code: failureCode, message: v.string() });
export type Failure = v.InferOutput<typeof failure>;

/**
 * Part of what a source is to bring has gone from its answers or become something else: its keys keep their last good
 * values. `path`: of a key, or of all keys below it, without the slug; empty for any key of the source.
 */
export const drift = v.object({ path: v.string(), message: v.string(), since: time });
export type Drift = v.InferOutput<typeof drift>;

/** Its values are made up by a generator: whatever shows them says so. */
const marks = { synthetic: v.exactOptional(v.literal(true)) };

/**
 * The value of `$sources.<slug>`. It changes only with the state, the class of the failure, the number of keys, what has
 * drifted or the interval in force; when the source was last looked at travels in beats. `interval` null: it is never
 * asked, people or programs write it. What it holds is true as long as the reader is connected, and, where writes are
 * `expected` so often (milliseconds), as long as they come: the last one counts as a look.
 */
export const sourceState = v.variant("state", [
  v.object({ state: v.literal("waiting"), name: v.string(), interval: finite(), ...marks }),
  v.object({
    state: v.literal("ok"),
    name: v.string(),
    interval: v.nullable(finite()),
    expected: v.exactOptional(finite()),
    /** While nothing was written yet: since when it is expected. */
    since: v.exactOptional(time),
    keys: finite(),
    /** At most 20. */
    drift: v.exactOptional(v.array(drift)),
    ...marks,
  }),
  v.object({
    state: v.literal("failing"),
    name: v.string(),
    interval: finite(),
    failure,
    /** When the last good answer came; null when there never was one. */
    lastGood: v.nullable(time),
    ...marks,
  }),
  v.object({ state: v.literal("paused"), name: v.string(), interval: finite(), ...marks }),
]);
export type SourceState = v.InferOutput<typeof sourceState>;
