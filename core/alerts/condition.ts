import * as v from "valibot";
import { finite } from "../schema/finite";

/** Characters of a text that a value is compared with at most. */
const LONGEST = 500;

const text = v.pipe(v.string(), v.maxLength(LONGEST, `At most ${LONGEST} characters.`));
const plain = v.union([text, finite(), v.boolean()]);

/**
 * What is wrong with a key. `above` and `below` hold from `value` on, as thresholds of panels do, and end on the other side
 * of `clear`, which is `value` where it is not said. `stale`: its source fails or was not read for too long, its part of the
 * source has gone, or there is no such key.
 */
export const condition = v.pipe(
  v.variant("is", [
    v.strictObject({ is: v.literal("above"), value: finite(), clear: v.exactOptional(finite()) }),
    v.strictObject({ is: v.literal("below"), value: finite(), clear: v.exactOptional(finite()) }),
    v.strictObject({ is: v.literal("equal"), value: plain }),
    v.strictObject({ is: v.literal("other"), value: plain }),
    v.strictObject({ is: v.literal("stale") }),
  ]),
  v.forward(
    v.check(
      (one) => one.is !== "above" || one.clear === undefined || one.clear <= one.value,
      "It ends at or below the value that it begins at.",
    ),
    ["clear"],
  ),
  v.forward(
    v.check(
      (one) => one.is !== "below" || one.clear === undefined || one.clear >= one.value,
      "It ends at or above the value that it begins at.",
    ),
    ["clear"],
  ),
);
export type Condition = v.InferOutput<typeof condition>;
