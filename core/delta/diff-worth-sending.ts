import type { Json } from "../json";
import { compareInside } from "./compare";
import type { Patch } from "./operation";
import { Trail } from "./trail";
import { MAX_OPERATIONS, worthSending } from "./worth-sending";

/**
 * The patch that turns `before` into `after`, where sending it instead of the value saves enough; null where it does
 * not, or where they are equal. Stops looking once there are too many operations, and measures of the value only as
 * much as the patch must be smaller than: both cost what the patch costs, not what the value does.
 */
export function diffWorthSending(before: Json, after: Json, rowKey?: string): Patch | null {
  const trail = new Trail(compareInside, rowKey, MAX_OPERATIONS);
  compareInside(before, after, trail);
  const { operations } = trail;
  if (operations.length === 0 || trail.overfull) return null;
  return worthSending(operations, after) ? operations : null;
}
