import * as z from "zod/mini";

/** Settings of a source that makes its values up. The same settings give the same values at the same time, everywhere. */
export const syntheticSettings = z.strictObject({
  /**
   * `walks`: numbers that wander. `seasons`: numbers with a day and a week in them. `service`: a web service with
   * incidents. `property`: a property market with its sales.
   */
  scene: z._default(z.enum(["service", "property", "seasons", "walks"], "Not one of the scenes."), "service"),
  /** Another seed is another history. */
  seed: z._default(z.string().check(z.maxLength(100, "At most 100 characters.")), "1"),
  /** How many numbers, for walks and seasons. */
  count: z._default(z.int("A whole number.").check(z.minimum(1, "At least 1."), z.maximum(200, "At most 200.")), 4),
});
export type SyntheticSettings = z.infer<typeof syntheticSettings>;
