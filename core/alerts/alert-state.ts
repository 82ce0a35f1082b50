import * as z from "zod/mini";
import { count, json, key, time } from "../protocol/parts";
import { ruled } from "./rule";

/** Keys that a state lists of those that fire, and of those that wait to; the others are counted. */
export const MOST_LISTED = 20;
/** Episodes that are over which a rule remembers. */
export const MOST_PAST = 20;

/** A person's id: `$members` has their name. */
const done = { by: z.string(), at: time };

/** A key for which the condition holds. `value`: the one with which that began; `since`: when. */
const beyond = z.object({ key, value: json, since: time });

/** From the time at which the condition began to hold to the time at which it ended, of one key that fired. */
const episode = z.object({
  key,
  value: json,
  from: time,
  to: time,
  acknowledged: z.exactOptional(z.object(done)),
});
export type Episode = z.infer<typeof episode>;

/**
 * The value of `$alerts.<source>.<rule>`: a rule, and how it stands. It changes when a key begins or ceases to be beyond the
 * condition, and not with each value of a key that fires.
 */
export const alertState = z.object({
  ...ruled,
  /** `unknown`: no key matches. `pending`: the condition holds, not yet for as long as it must. */
  state: z.enum(["ok", "pending", "firing", "unknown"]),
  /** Since when it is in this state. */
  since: time,
  /** The keys that fire, the worst first, and how many there are. */
  firing: z.array(beyond),
  count,
  /** Keys for which the condition holds, not yet for as long as it must. */
  pending: z.array(beyond),
  /** Until the rule fires no more, and is taken off then. */
  acknowledged: z.exactOptional(z.object(done)),
  /** It is judged as ever, and not counted until then. */
  silenced: z.exactOptional(z.object({ by: z.string(), until: time })),
  /** Newest first. */
  past: z.array(episode),
});
export type AlertState = z.infer<typeof alertState>;

/** Whether it calls for somebody: it fires, nobody has taken it on, and it is not silenced. */
export function isCalling({ state, acknowledged, silenced }: AlertState): boolean {
  return state === "firing" && acknowledged === undefined && silenced === undefined;
}
