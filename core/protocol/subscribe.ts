import * as v from "valibot";
import { cursor, pattern, requestId } from "./parts";

export const MAX_PATTERNS_A_FRAME = 64;

/** Asks for the keys that match. Answered by a `snapshot` with the same id: what changed since the cursor, or everything. */
export const subscribe = v.object({
  type: v.literal("subscribe"),
  id: requestId,
  keys: v.pipe(v.array(pattern), v.minLength(1), v.maxLength(MAX_PATTERNS_A_FRAME)),
  since: v.optional(cursor),
});
export type Subscribe = v.InferOutput<typeof subscribe>;
