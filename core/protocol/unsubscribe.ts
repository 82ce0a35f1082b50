import * as z from "zod/mini";
import { pattern, requestId } from "./parts";
import { MAX_PATTERNS_A_FRAME } from "./subscribe";

/** Takes patterns back, named as they were asked for. Answered by `unsubscribed`; no frame for their keys follows it. */
export const unsubscribe = z.object({
  type: z.literal("unsubscribe"),
  id: requestId,
  keys: z.array(pattern).check(z.minLength(1), z.maxLength(MAX_PATTERNS_A_FRAME)),
});
export type Unsubscribe = z.infer<typeof unsubscribe>;
