import * as z from "zod/mini";
import { cursor, pattern, requestId } from "./parts";

export const MAX_PATTERNS_A_FRAME = 64;

/** Asks for the keys that match. Answered by a `snapshot` with the same id: what changed since the cursor, or everything. */
export const subscribe = z.object({
  type: z.literal("subscribe"),
  id: requestId,
  keys: z.array(pattern).check(z.minLength(1), z.maxLength(MAX_PATTERNS_A_FRAME)),
  since: z.optional(cursor),
});
export type Subscribe = z.infer<typeof subscribe>;
