import * as v from "valibot";
import { finite } from "../schema/finite";
import { listOf } from "../schema/list-of";

const level = v.picklist(["warning", "critical"]);
export type Level = v.InferOutput<typeof level>;

const words = { level, name: v.optional(v.pipe(v.string(), v.maxLength(120))) };

/** From this value up, or down, a number is worth a look. `name` is shown beside the line of a chart. */
export const threshold = v.union([
  v.strictObject({ above: finite(), ...words }),
  v.strictObject({ below: finite(), ...words }),
]);
export type Threshold = v.InferOutput<typeof threshold>;

export const thresholds = listOf(threshold, 6);

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
