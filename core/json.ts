/** Any JSON value, as parsed: what a key holds. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * Deep equality of two JSON values. Order of object members does not matter; order of elements does. Loops and one
 * function: each refreshed value passes here, and what is nested a thousand levels deep must not end the stack.
 */
export function jsonEquals(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (isArray(a)) {
    if (!isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!jsonEquals(a[i] as Json, b[i] as Json)) return false;
    return true;
  }
  if (isArray(b)) return false;
  let more = 0;
  for (const name in a) {
    const value = b[name];
    // Equal to a value of JSON, it is no member of a prototype; what is compared inside might be one.
    if (a[name] !== value && !(value !== undefined && Object.hasOwn(b, name) && jsonEquals(a[name] as Json, value)))
      return false;
    more += 1;
  }
  for (const _ in b) more -= 1;
  return more === 0;
}

export function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
