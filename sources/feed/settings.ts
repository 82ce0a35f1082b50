import * as z from "zod/mini";
import { addressSettings } from "../address-settings";

/** Settings of a source that reads RSS, Atom or JSON Feed. */
export const feedSettings = z.strictObject({
  ...addressSettings,
  /** How many items are kept, the newest ones. All of them fit into a stream, each clipped as items.ts has it. */
  keep: z._default(
    z.int("A whole number of items.").check(z.minimum(1, "At least 1."), z.maximum(400, "At most 400.")),
    100,
  ),
});
export type FeedSettings = z.infer<typeof feedSettings>;
