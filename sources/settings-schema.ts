import * as v from "valibot";
import { saidByMember } from "../core/schema/said-by-member";

/** A connector's settings: these and no others. */
export function settingsSchema<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, saidByMember(entries, "Not an object.", "There is no such setting."));
}
