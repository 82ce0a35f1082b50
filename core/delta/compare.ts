import { isArray, isObject, type Json, type JsonObject } from "../json";
import { isPrototypeName } from "../keys/name";
import { compareArrays } from "./compare-arrays";
import type { Trail } from "./trail";

/** Writes down what turns `before` into `after` where the trail stands. One descent finds it. */
export function compareInside(before: Json, after: Json, trail: Trail): void {
  if (before === after) return;
  if (isArray(before) && isArray(after)) return compareArrays(before, after, trail);
  if (isObject(before) && isObject(after)) return compareObjects(before, after, trail);
  trail.replaceHere(trail.operations.length, after);
}

/**
 * `for in` is by far the quickest way through an object, and JSON has no members to inherit. A path may not go through a
 * prototype's name: where one differs, the object is replaced whole.
 */
function compareObjects(before: JsonObject, after: JsonObject, trail: Trail): void {
  const count = trail.operations.length;
  let common = 0;
  let isPatchable = true;
  for (const name in before) {
    const old = before[name] as Json;
    const value = after[name];
    const written = trail.operations.length;
    // Equal to a value of JSON, it is no member of a prototype either.
    if (old === value) {
      common += 1;
      continue;
    }
    if (value !== undefined && Object.hasOwn(after, name)) {
      common += 1;
      trail.compare(name, old, value);
    } else trail.remove(name);
    if (trail.operations.length > written && isPrototypeName(name)) isPatchable = false;
  }
  if (common < memberCount(after)) {
    for (const name in after) {
      if (Object.hasOwn(before, name)) continue;
      trail.add(name, after[name] as Json);
      if (isPrototypeName(name)) isPatchable = false;
    }
  }
  if (!isPatchable) trail.replaceHere(count, after);
}

function memberCount(object: JsonObject): number {
  let count = 0;
  for (const _ in object) count += 1;
  return count;
}
