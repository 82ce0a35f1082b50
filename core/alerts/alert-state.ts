import * as v from "valibot";
import { count, key, time } from "../protocol/parts";
import { finite } from "../schema/finite";
import { ruled } from "./rule";

/** Keys that a state lists of those that fire, and of those that wait to; the others are counted. */
export const MOST_LISTED = 20;
/** Episodes that are over which a rule remembers. */
export const MOST_PAST = 20;

/** `by`: a person's id: `$members` has their name. */
export const acknowledgement = v.object({ by: v.string(), at: time });
export const silence = v.object({ by: v.string(), until: time });

/** A plain value as it is, of a larger one how much there is of it. */
export const shortValue = v.union([v.string(), finite(), v.boolean(), v.null()]);

/** A key for which the condition holds. `value`: the one with which that began; `since`: when. */
const beyond = v.object({ key, value: shortValue, since: time });
export type Beyond = v.InferOutput<typeof beyond>;

/** From the time at which the condition began to hold to the time at which it ended, of one key that fired. */
export const episode = v.object({
  key,
  value: shortValue,
  from: time,
  to: time,
  acknowledged: v.exactOptional(acknowledgement),
});
export type Episode = v.InferOutput<typeof episode>;

export const standing = v.picklist(["ok", "pending", "firing", "unknown"]);

/**
 * The value of `$alerts.<source>.<rule>`: a rule, and how it stands. It changes when a key begins or ceases to be beyond the
 * condition, and not with each value of a key that fires.
 */
export const alertState = v.object({
  ...ruled,
  /** `unknown`: no key matches. `pending`: the condition holds, not yet for as long as it must. */
  state: standing,
  /** Since when it is in this state. */
  since: time,
  /** The keys that fire, the worst first, and how many there are. */
  firing: v.array(beyond),
  count,
  /** Keys for which the condition holds, not yet for as long as it must. */
  pending: v.array(beyond),
  /** Every key that fires. One that begins to takes it off; it is told with the episodes of those that were meant. */
  acknowledged: v.exactOptional(acknowledgement),
  /** It is judged as ever, and not counted until then. */
  silenced: v.exactOptional(silence),
  /** Newest first. */
  past: v.array(episode),
});
export type AlertState = v.InferOutput<typeof alertState>;
