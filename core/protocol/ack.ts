import * as z from "zod/mini";
import { count, cursor } from "./parts";

/** A reader acknowledges after so many frames, so many characters, or so many milliseconds after the last one unacked. */
export const ACK_FRAMES = 32;
export const ACK_BYTES = 64 * 1024;
export const ACK_AFTER = 2_000;

/**
 * The reader has everything up to this `data_update` or, with `part`, up to this part of a snapshot: each part of a
 * snapshot is acknowledged by itself, since the next one waits for it. Not answered, and not counted as a message.
 */
export const ack = z.object({ type: z.literal("ack"), cursor, part: z.optional(count) });
export type Ack = z.infer<typeof ack>;
