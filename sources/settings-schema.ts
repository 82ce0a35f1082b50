import type * as v from "valibot";
import { strictObject } from "../core/schema/strict-object";

/** A connector's settings: these and no others. */
export function settingsSchema<const Entries extends v.ObjectEntries>(entries: Entries) {
  return strictObject(entries, "Not an object.", "There is no such setting.");
}
