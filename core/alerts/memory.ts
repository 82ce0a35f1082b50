import * as z from "zod/mini";
import { time } from "../protocol/parts";
import { acknowledgement, episode, shortValue, silence, standing } from "./alert-state";

/** A key for which the condition holds. `fires`: for as long as it must. Only one that fires is acknowledged. */
const held = z.object({
  value: shortValue,
  since: time,
  fires: z.boolean(),
  acknowledged: z.exactOptional(acknowledgement),
});
export type Held = z.infer<typeof held>;

/** What must be known of a rule to go on judging it, whatever happens to who judges. */
export const alertMemory = z.object({
  state: standing,
  since: time,
  held: z.record(z.string(), held),
  silenced: z.exactOptional(silence),
  past: z.array(episode),
});
export type AlertMemory = z.infer<typeof alertMemory>;

/** Of a rule that was never judged. */
export function newMemory(at: number): AlertMemory {
  return { state: "unknown", since: at, held: {}, past: [] };
}
