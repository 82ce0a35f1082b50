import { type Json, jsonEquals } from "../json";
import { diffRows, keyedBy } from "./diff-rows";
import { pointer } from "./pointer";
import { at, type Trail } from "./trail";

/** How many places a window's new beginning is looked for at. */
const MAX_SHIFTS = 8;

export function diffArray(before: readonly Json[], after: readonly Json[], trail: Trail): void {
  const name = keyedBy(before, after, trail.rowKey);
  if (name !== null) return diffRows(before, after, name, trail);
  const shift = findShift(before, after);
  if (shift > 0) return slide(before, after, shift, trail);
  diffBetween(before, after, trail);
}

/**
 * How many elements a sliding window dropped at its head: the smallest number after which all that is left of `before`
 * is the beginning of `after`. 0 when it did not slide.
 */
function findShift(before: readonly Json[], after: readonly Json[]): number {
  const first = after[0];
  if (first === undefined) return 0;
  let tries = 0;
  for (let shift = 1; shift < before.length && tries < MAX_SHIFTS; shift++) {
    if (!jsonEquals(before[shift] as Json, first)) continue;
    tries += 1;
    const kept = before.length - shift;
    if (kept <= after.length && before.slice(shift).every((item, i) => jsonEquals(item, after[i] as Json)))
      return shift;
  }
  return 0;
}

function slide(before: readonly Json[], after: readonly Json[], shift: number, { tokens, operations }: Trail): void {
  const head = pointer([...tokens, 0]);
  for (let i = 0; i < shift; i++) operations.push({ op: "remove", path: head });
  for (const value of after.slice(before.length - shift))
    operations.push({ op: "add", path: pointer([...tokens, "-"]), value });
}

/** Leaves the common beginning and end alone; what is between is changed in place, then cut or filled. */
function diffBetween(before: readonly Json[], after: readonly Json[], trail: Trail): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && jsonEquals(before[start] as Json, after[start] as Json)) start += 1;
  let end = 0;
  while (end < shorter - start && jsonEquals(before.at(-1 - end) as Json, after.at(-1 - end) as Json)) end += 1;
  const common = shorter - start - end;
  for (let i = start; i < start + common; i++) trail.compare(before[i] as Json, after[i] as Json, at(trail, i));
  const rest = start + common;
  for (let i = before.length - end - 1; i >= rest; i--)
    trail.operations.push({ op: "remove", path: pointer([...trail.tokens, i]) });
  for (let i = rest; i < after.length - end; i++) {
    const token = end === 0 ? "-" : i;
    trail.operations.push({ op: "add", path: pointer([...trail.tokens, token]), value: after[i] as Json });
  }
}
