import * as z from "zod/mini";
import { type ErrorCode, errors } from "../errors";
import { json, requestId } from "./parts";

const codes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];

/**
 * A request was refused and changed nothing. `after`: milliseconds to wait before trying again. `current`, with a
 * `conflict`: the key as it stands; rev 0 and null where there is none.
 */
export const errorFrame = z.object({
  type: z.literal("error"),
  id: z.optional(requestId),
  code: z.enum(codes),
  message: z.string(),
  retry: z.enum(["never", "now", "later"]),
  after: z.optional(z.number()),
  current: z.optional(z.object({ rev: z.number(), value: json })),
});
export type ErrorFrame = z.infer<typeof errorFrame>;
