import * as z from "zod/mini";
import { operation } from "../delta/operation";
import { count, key, requestId } from "./parts";
import { isPortable, written } from "./written";

/**
 * Writes one key: its whole value, or a patch over the value of rev `ifRev`. With `ifRev` it is refused as a `conflict`,
 * with the present value, when the key has moved on; 0 stands for "there is no such key". Answered by `done`. A write
 * that is sent again under its `id`, on whatever socket of the same person, is done once.
 */
export const set = z
  .object({
    type: z.literal("set"),
    id: requestId,
    key,
    value: z.optional(written),
    patch: z.optional(z.array(operation).check(z.minLength(1))),
    ifRev: z.optional(count),
  })
  .check(
    z.refine(
      ({ patch = [] }) => patch.every((one) => !("value" in one) || isPortable(one.value)),
      "not a portable value",
    ),
    z.refine(({ value, patch }) => (value === undefined) !== (patch === undefined), "either a value or a patch"),
    z.refine(({ patch, ifRev }) => patch === undefined || ifRev !== undefined, "a patch names the rev it is over"),
  );
export type SetFrame = z.infer<typeof set>;
