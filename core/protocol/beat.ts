import * as z from "zod/mini";
import { time } from "./parts";

/**
 * "I looked, nothing changed." Not stored, no seq. `checked`: when each source was last looked at with success, or last
 * written, where writes are expected. `due`: when each is asked again, or the next write expected. `next`: milliseconds
 * within which another beat or update may be expected; silence for twice as long is shown as Late.
 */
export const beat = z.object({
  type: z.literal("beat"),
  at: time,
  checked: z.record(z.string(), time),
  due: z.record(z.string(), time),
  next: z.number(),
});
export type Beat = z.infer<typeof beat>;
