import * as z from "zod/mini";

const level = z.enum(["warning", "critical"]);
export type Level = z.infer<typeof level>;

const words = { level, name: z.optional(z.string().check(z.maxLength(120))) };

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

/** The gravest of those that a number is past; among equals the first. */
export function worstPast(all: readonly Threshold[] | undefined, value: number): Threshold | undefined {
  const past = all?.filter((one) => isPast(one, value)) ?? [];
  return past.find(({ level }) => level === "critical") ?? past[0];
}
