import * as v from "valibot";
import { errorCodes } from "../error-codes";
import { finite } from "../schema/finite";
import { json, requestId } from "./parts";

/**
 * A request was refused and changed nothing. `after`: milliseconds to wait before trying again. `current`, with a
 * `conflict`: the key as it stands; rev 0 and null where there is none.
 */
export const errorFrame = v.object({
  type: v.literal("error"),
  id: v.optional(requestId),
  code: v.picklist(errorCodes),
  message: v.string(),
  retry: v.picklist(["never", "now", "later"]),
  after: v.optional(finite()),
  current: v.optional(v.object({ rev: finite(), value: json })),
});
export type ErrorFrame = v.InferOutput<typeof errorFrame>;
