import * as v from "valibot";
import { count, cursor } from "./parts";

/**
 * A reader acknowledges after so many frames, so many characters, or so many milliseconds after the first one that is
 * not acknowledged. An acknowledgement costs the object as much as sending a small frame, so small ones wait for others;
 * few characters, so that thousands of readers together stay below what the object lets be outstanding.
 */
export const ACK_FRAMES = 32;
export const ACK_BYTES = 4 * 1024;
export const ACK_AFTER = 5_000;

/**
 * The reader has everything up to this `data_update` or, with `part`, up to this part of a snapshot. A part that others
 * follow is acknowledged at once, since the next one waits for it; the last one counts as a frame. Not answered, and not
 * counted as a message.
 */
export const ack = v.object({ type: v.literal("ack"), cursor, part: v.optional(count) });
export type Ack = v.InferOutput<typeof ack>;
