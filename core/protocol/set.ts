import * as v from "valibot";
import { operation } from "../delta/operation";
import { count, key, requestId } from "./parts";
import { isPortable, written } from "./written";

/**
 * Writes one key: its whole value, or a patch over the value of rev `ifRev`. With `ifRev` it is refused as a `conflict`,
 * with the present value, when the key has moved on; 0 stands for "there is no such key". Answered by `done`. A write
 * that is sent again under its `id`, on whatever socket of the same person, is done once.
 */
export const set = v.pipe(
  v.object({
    type: v.literal("set"),
    id: requestId,
    key,
    value: v.optional(written),
    patch: v.optional(v.pipe(v.array(operation), v.minLength(1))),
    ifRev: v.optional(count),
  }),
  v.check(({ patch = [] }) => patch.every((one) => !("value" in one) || isPortable(one.value)), "not a portable value"),
  v.check(({ value, patch }) => (value === undefined) !== (patch === undefined), "either a value or a patch"),
  v.check(({ patch, ifRev }) => patch === undefined || ifRev !== undefined, "a patch names the rev it is over"),
);
export type SetFrame = v.InferOutput<typeof set>;
