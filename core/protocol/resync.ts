import * as z from "zod/mini";
import { key, requestId } from "./parts";
import { MAX_PATTERNS_A_FRAME } from "./subscribe";

/** Full values of some keys: the repair when a patch does not fit. Answered by a full `snapshot`; subscribes to nothing. */
export const resync = z.object({
  type: z.literal("resync"),
  id: requestId,
  keys: z.array(key).check(z.minLength(1), z.maxLength(MAX_PATTERNS_A_FRAME)),
});
