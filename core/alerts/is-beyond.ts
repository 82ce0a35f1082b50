import { type Json, jsonEquals } from "../json";
import type { Condition } from "./condition";

/**
 * Whether a value is what the condition warns of; null where it says neither, as what is no number does about a limit.
 * `holds`: it was so before, so that what is between the limit and where it clears still is. Nothing is told of `stale` by a
 * value.
 */
export function isBeyond(condition: Condition, value: Json, holds = false): boolean | null {
  switch (condition.is) {
    case "above":
    case "below":
      return isPast(condition, value, holds);
    case "equal":
      return jsonEquals(value, condition.value);
    case "other":
      return !jsonEquals(value, condition.value);
    case "stale":
      return null;
  }
}

function isPast(
  { is, value: limit, clear = limit }: Extract<Condition, { is: "above" | "below" }>,
  value: Json,
  holds: boolean,
): boolean | null {
  if (typeof value !== "number") return null;
  const from = holds ? clear : limit;
  return is === "above" ? value >= from : value <= from;
}
