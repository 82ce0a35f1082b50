import type { Json } from "../../core/json";

/** A value, and what it became. */
export type Two = readonly [before: Json, after: Json];

/** A value at each of its moments, and what it was so many moments later. */
export function steps(moments: number, by: number, value: (i: number) => Json): Two[] {
  return Array.from({ length: Math.max(0, moments - by) }, (_, i) => [value(i), value(i + by)]);
}

/** So many of them, evenly spaced; a pair that did not change at all is none. */
export function spaced(all: readonly Two[], count: number): Two[] {
  const changed = all.filter(([before, after]) => JSON.stringify(before) !== JSON.stringify(after));
  return Array.from({ length: count }, (_, i) => changed[Math.floor((i * changed.length) / count)] as Two);
}
