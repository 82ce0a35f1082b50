import { LiveError } from "../../core/errors";
import { Rate } from "../../core/hub/rate";
import { apiProblem } from "./api-answer";

export const REQUESTS_A_MINUTE = 600;
/** Names that are counted at a time at most. */
const MAX_COUNTED = 10_000;

const counted = new Map<string, Rate>();

/**
 * Counts a request of whoever is named so, and throws the 429 when the minute is full. Here rather than in the object,
 * so that a flood does not reach it: at home there is one isolate, which counts all; on the platform each one that
 * answers counts for itself.
 */
export function requireRate(name: string, most: number = REQUESTS_A_MINUTE): void {
  const now = Date.now();
  if (counted.size >= MAX_COUNTED && !counted.has(name)) counted.clear();
  const rate = counted.get(name) ?? new Rate();
  counted.set(name, rate);
  if (rate.take(now, most)) return;
  const rest = String(Math.ceil((60_000 - (now % 60_000)) / 1_000));
  const full = new LiveError("rate_limited", `At most ${most} requests a minute.`);
  throw apiProblem(full, { headers: { "Retry-After": rest } });
}
