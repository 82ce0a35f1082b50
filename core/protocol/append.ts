import * as v from "valibot";
import { key, requestId } from "./parts";
import { written } from "./written";

/** Adds one event to a stream. Its id is the server's to give. `id` as in `set`. Answered by `done`. */
export const append = v.object({ type: v.literal("append"), id: requestId, key, data: written });
export type AppendFrame = v.InferOutput<typeof append>;
