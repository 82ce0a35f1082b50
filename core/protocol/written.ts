import * as v from "valibot";
import { isArray, type Json } from "../json";
import { json } from "./parts";

/** Levels of arrays and objects in a value that a client writes: what walks values recurses, and a stack has an end. */
export const MAX_DEPTH = 64;

/**
 * Whether a value means the same to everybody who reads it (RFC 7493): texts that are UTF-16 throughout, numbers that a
 * double holds (JSON.parse reads 1e999 as Infinity, which is written back as null), no member that is some reader's
 * prototype, and no more levels than anybody can walk.
 */
export function isPortable(value: Json, levels: number = MAX_DEPTH): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (levels === 0) return false;
  if (isArray(value)) return value.every((item) => isPortable(item, levels - 1));
  return Object.entries(value).every(
    ([name, member]) => name !== "__proto__" && name.isWellFormed() && isPortable(member, levels - 1),
  );
}

/** A value as a client may write it. */
export const written = v.pipe(json, v.check(isPortable, "not a value that every reader reads alike"));
