import * as z from "zod/mini";
import { json, key, requestId } from "./parts";

/** Adds one event to a stream. Its id is the server's to give. `id` as in `set`. Answered by `done`. */
export const append = z.object({ type: z.literal("append"), id: requestId, key, data: json });
export type AppendFrame = z.infer<typeof append>;
