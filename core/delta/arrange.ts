import type { Json } from "../json";
import type { Alignment } from "./align";
import type { Trail } from "./trail";

interface Place {
  /** How many elements there were. */
  readonly before: number;
  /** Where these elements begin in their array. */
  readonly start: number;
  /** Nothing follows them there. */
  readonly isLast: boolean;
}

/**
 * What went is removed from the end on. Then each element in turn is put behind the one that it follows: the ones that
 * stay are there already, others are moved or added. Those that are still to be moved stand in between meanwhile.
 */
export function arrange({ from, stays }: Alignment, after: readonly Json[], place: Place, trail: Trail): void {
  const { start, isLast } = place;
  const order = removeGone(from, place, trail);
  /** Where the element before this one stands. */
  let at = -1;
  for (let i = 0; i < after.length && !trail.overfull; i++) {
    const old = from[i] ?? -1;
    if (stays[i]) {
      at = order.indexOf(old, at + 1);
      continue;
    }
    if (old < 0) trail.add(isLast && at + 1 === order.length ? "-" : start + at + 1, after[i] as Json);
    else {
      const now = order.indexOf(old);
      order.splice(now, 1);
      if (now <= at) at -= 1;
      if (now !== at + 1) trail.move(start + now, start + at + 1);
    }
    order.splice(at + 1, 0, old);
    at += 1;
  }
}

/** The places, among the old elements, of those that are left. */
function removeGone(from: readonly number[], { before, start }: Place, trail: Trail): number[] {
  const kept = Array.from({ length: before }, () => false);
  for (const place of from) if (place >= 0) kept[place] = true;
  const order: number[] = [];
  for (let i = before - 1; i >= 0; i--) {
    if (kept[i]) order.push(i);
    else trail.remove(start + i);
  }
  return order.reverse();
}
