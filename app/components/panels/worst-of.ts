import { type Threshold, worstPast } from "../../../core/boards/threshold";
import type { ShownValue } from "./values/shown-value";

/** The gravest threshold that any of a panel's values is past. */
export function worstOf(
  values: readonly Pick<ShownValue, "value">[],
  thresholds: readonly Threshold[] | undefined,
): Threshold | undefined {
  const past = values.flatMap(({ value }) => (typeof value === "number" ? (worstPast(thresholds, value) ?? []) : []));
  return past.find(({ level }) => level === "critical") ?? past[0];
}
