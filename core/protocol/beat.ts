import * as v from "valibot";
import { finite } from "../schema/finite";
import { time } from "./parts";

/**
 * "I looked, nothing changed." Not stored, no seq. `checked`: when each source was last looked at with success, or last
 * written, where writes are expected. `due`: when each is asked again, or the next write expected. `next`: milliseconds
 * within which another beat or update may be expected; silence for twice as long is shown as Late.
 */
export const beat = v.object({
  type: v.literal("beat"),
  at: time,
  checked: v.record(v.string(), time),
  due: v.record(v.string(), time),
  next: finite(),
});
export type Beat = v.InferOutput<typeof beat>;
