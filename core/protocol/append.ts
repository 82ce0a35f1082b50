import * as z from "zod/mini";
import { key, requestId } from "./parts";
import { written } from "./written";

/** Adds one event to a stream. Its id is the server's to give. `id` as in `set`. Answered by `done`. */
export const append = z.object({ type: z.literal("append"), id: requestId, key, data: written });
export type AppendFrame = z.infer<typeof append>;
