import * as v from "valibot";
import { whole } from "../../core/schema/whole";
import { addressSettings } from "../address-settings";
import { settingsSchema } from "../settings-schema";

/** Settings of a source that reads RSS, Atom or JSON Feed. */
export const feedSettings = settingsSchema({
  ...addressSettings,
  /** How many items are kept, the newest ones. All of them fit into a stream, each clipped as items.ts has it. */
  keep: v.optional(
    v.pipe(whole("A whole number of items."), v.minValue(1, "At least 1."), v.maxValue(400, "At most 400.")),
    100,
  ),
});
export type FeedSettings = v.InferOutput<typeof feedSettings>;
