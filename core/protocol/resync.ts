import * as v from "valibot";
import { key, requestId } from "./parts";
import { MAX_PATTERNS_A_FRAME } from "./subscribe";

/** Full values of some keys: the repair when a patch does not fit. Answered by a full `snapshot`; subscribes to nothing. */
export const resync = v.object({
  type: v.literal("resync"),
  id: requestId,
  keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(MAX_PATTERNS_A_FRAME)),
});
