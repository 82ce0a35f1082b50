import * as v from "valibot";
import { whole } from "../../core/schema/whole";
import { settingsSchema } from "../settings-schema";

/** Settings of a source that makes its values up. The same settings give the same values at the same time, everywhere. */
export const syntheticSettings = settingsSchema({
  /**
   * `walks`: numbers that wander. `seasons`: numbers with a day and a week in them. `service`: a web service with
   * incidents. `property`: a property market with its sales.
   */
  scene: v.optional(v.picklist(["service", "property", "seasons", "walks"], "Not one of the scenes."), "service"),
  /** Another seed is another history. */
  seed: v.optional(v.pipe(v.string(), v.maxLength(100, "At most 100 characters.")), "1"),
  /** How many numbers, for walks and seasons. */
  count: v.optional(v.pipe(whole("A whole number."), v.minValue(1, "At least 1."), v.maxValue(200, "At most 200.")), 4),
});
export type SyntheticSettings = v.InferOutput<typeof syntheticSettings>;
