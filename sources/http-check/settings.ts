import * as v from "valibot";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";

/** Settings of a source that only looks whether an address answers. */
export const httpCheckSettings = settingsSchema({
  ...addressSettings,
  /** Text that the answer has to hold, as it is written. */
  contains: v.optional(v.pipe(v.string(), v.maxLength(200, "At most 200 characters."))),
});
export type HttpCheckSettings = v.InferOutput<typeof httpCheckSettings>;
