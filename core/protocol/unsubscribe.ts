import * as v from "valibot";
import { pattern, requestId } from "./parts";
import { MAX_PATTERNS_A_FRAME } from "./subscribe";

/** Takes patterns back, named as they were asked for. Answered by `unsubscribed`; no frame for their keys follows it. */
export const unsubscribe = v.object({
  type: v.literal("unsubscribe"),
  id: requestId,
  keys: v.pipe(v.array(pattern), v.minLength(1), v.maxLength(MAX_PATTERNS_A_FRAME)),
});
export type Unsubscribe = v.InferOutput<typeof unsubscribe>;
