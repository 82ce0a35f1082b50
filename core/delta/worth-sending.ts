import type { Json } from "../json";
import { isLonger } from "./is-longer";
import type { Patch } from "./operation";

/** A patch goes out only below this share of the value's own size, and with at most so many operations. */
export const MAX_SHARE = 0.6;
export const MAX_OPERATIONS = 200;

/** Whether the patch saves enough over sending the value again. Both sizes are UTF-16 units of their JSON text. */
export function worthSending(patch: Patch, value: Json): boolean {
  return patch.length <= MAX_OPERATIONS && isLonger(value, JSON.stringify(patch).length / MAX_SHARE);
}
