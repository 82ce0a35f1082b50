import type { Json } from "../json";
import { compareInside } from "./compare";
import type { Patch } from "./operation";
import { Trail } from "./trail";

/**
 * What turns `before` into `after`; null when they are equal. Objects are compared by member, arrays as rows with a key,
 * as a window that slid, or by what stayed of them. The result is right for any two JSON values; whether it is worth
 * sending is another matter: `diffWorthSending`.
 */
export function diff(before: Json, after: Json, rowKey?: string): Patch | null {
  const trail = new Trail(compareInside, rowKey);
  compareInside(before, after, trail);
  return trail.operations.length === 0 ? null : trail.operations;
}
