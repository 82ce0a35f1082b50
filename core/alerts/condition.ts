import * as z from "zod/mini";

/** Characters of a text that a value is compared with at most. */
const LONGEST = 500;

const text = z.string().check(z.maxLength(LONGEST, `At most ${LONGEST} characters.`));
const plain = z.union([text, z.number(), z.boolean()]);

/**
 * What is wrong with a key. `above` and `below` hold from `value` on, as thresholds of panels do, and end on the other side
 * of `clear`, which is `value` where it is not said. `stale`: its source fails or was not read for too long, its part of the
 * source has gone, or there is no such key.
 */
export const condition = z
  .discriminatedUnion("is", [
    z.strictObject({ is: z.literal("above"), value: z.number(), clear: z.exactOptional(z.number()) }),
    z.strictObject({ is: z.literal("below"), value: z.number(), clear: z.exactOptional(z.number()) }),
    z.strictObject({ is: z.literal("equal"), value: plain }),
    z.strictObject({ is: z.literal("other"), value: plain }),
    z.strictObject({ is: z.literal("stale") }),
  ])
  .check(
    z.refine((one) => one.is !== "above" || one.clear === undefined || one.clear <= one.value, {
      message: "It ends at or below the value that it begins at.",
      path: ["clear"],
    }),
    z.refine((one) => one.is !== "below" || one.clear === undefined || one.clear >= one.value, {
      message: "It ends at or above the value that it begins at.",
      path: ["clear"],
    }),
  );
export type Condition = z.infer<typeof condition>;
