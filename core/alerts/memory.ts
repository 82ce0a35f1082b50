import * as v from "valibot";
import { time } from "../protocol/parts";
import { acknowledgement, episode, shortValue, silence, standing } from "./alert-state";

/** A key for which the condition holds. `fires`: for as long as it must. Only one that fires is acknowledged. */
const held = v.object({
  value: shortValue,
  since: time,
  fires: v.boolean(),
  acknowledged: v.exactOptional(acknowledgement),
});
export type Held = v.InferOutput<typeof held>;

/** What must be known of a rule to go on judging it, whatever happens to who judges. */
export const alertMemory = v.object({
  state: standing,
  since: time,
  held: v.record(v.string(), held),
  silenced: v.exactOptional(silence),
  past: v.array(episode),
});
export type AlertMemory = v.InferOutput<typeof alertMemory>;

/** Of a rule that was never judged. */
export function newMemory(at: number): AlertMemory {
  return { state: "unknown", since: at, held: {}, past: [] };
}
