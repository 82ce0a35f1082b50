import * as z from "zod/mini";
import { addressSettings } from "../address-settings";

/** Settings of a source that only looks whether an address answers. */
export const httpCheckSettings = z.strictObject({
  ...addressSettings,
  /** Text that the answer has to hold, as it is written. */
  contains: z.optional(z.string().check(z.maxLength(200, "At most 200 characters."))),
});
export type HttpCheckSettings = z.infer<typeof httpCheckSettings>;
