import * as z from "zod/mini";

const words = { level: z.enum(["warning", "critical"]), name: z.optional(z.string().check(z.maxLength(120))) };

/** From this value up, or down, a number is worth a look. `name` is shown beside the line of a chart. */
export const threshold = z.union([
  z.strictObject({ above: z.number(), ...words }),
  z.strictObject({ below: z.number(), ...words }),
]);
export type Threshold = z.infer<typeof threshold>;

export const thresholds = z.array(threshold).check(z.maxLength(6));

/** The number at which it begins. */
export function limitOf(one: Threshold): number {
  return "above" in one ? one.above : one.below;
}

export function isPast(one: Threshold, value: number): boolean {
  return "above" in one ? value >= one.above : value <= one.below;
}
