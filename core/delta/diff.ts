import { isArray, isObject, type Json, type JsonObject, jsonEquals } from "../json";
import { isPrototypeName } from "../keys/name";
import { diffArray } from "./diff-array";
import type { Operation, Patch } from "./operation";
import { pointer } from "./pointer";
import { at, type Trail } from "./trail";

/**
 * What turns `before` into `after`; null when they are equal. Objects are compared by member, arrays as rows with a key,
 * as a window that slid, or by what is between their common beginning and end. The result is right for any two JSON
 * values; whether it is worth sending is `worthSending`'s business.
 */
export function diff(before: Json, after: Json, rowKey?: string): Patch | null {
  if (jsonEquals(before, after)) return null;
  const operations: Operation[] = [];
  diffValue(before, after, { tokens: [], operations, rowKey, compare: diffValue });
  return operations;
}

function diffValue(before: Json, after: Json, trail: Trail): void {
  if (jsonEquals(before, after)) return;
  if (isArray(before) && isArray(after)) return diffArray(before, after, trail);
  if (isObject(before) && isObject(after) && isPatchable(before) && isPatchable(after)) {
    return diffObject(before, after, trail);
  }
  trail.operations.push({ op: "replace", path: pointer(trail.tokens), value: after });
}

function diffObject(before: JsonObject, after: JsonObject, trail: Trail): void {
  for (const name of Object.keys(before)) {
    if (!Object.hasOwn(after, name)) trail.operations.push({ op: "remove", path: pointer([...trail.tokens, name]) });
  }
  for (const [name, value] of Object.entries(after)) {
    if (Object.hasOwn(before, name)) diffValue(before[name] as Json, value, at(trail, name));
    else trail.operations.push({ op: "add", path: pointer([...trail.tokens, name]), value });
  }
}

/** A path may not go through a prototype's name: an object that has such a member is replaced whole. */
function isPatchable(value: JsonObject): boolean {
  return !Object.keys(value).some(isPrototypeName);
}
