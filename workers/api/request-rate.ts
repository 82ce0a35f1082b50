import { Rate } from "../../core/hub/rate";

export const REQUESTS_A_MINUTE = 600;
/** Keys that are counted at a time at most. */
const MAX_COUNTED = 10_000;

const counted = new Map<string, Rate>();

/**
 * Counts a request of the key; false when its minute is full. Here rather than in the object, so that a flood does not
 * reach it: at home there is one isolate, which counts all; on the platform each one that answers counts for itself.
 */
export function takeRequest(keyId: string, now: number): boolean {
  if (counted.size >= MAX_COUNTED && !counted.has(keyId)) counted.clear();
  const rate = counted.get(keyId) ?? new Rate();
  counted.set(keyId, rate);
  return rate.take(now, REQUESTS_A_MINUTE);
}
