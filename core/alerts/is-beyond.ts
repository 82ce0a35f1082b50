import type { Json } from "../json";
import type { Condition } from "./condition";

/**
 * Whether a value is what the condition warns of; null where it says neither, as what is no number does of a limit, and a
 * list or an object of a plain value.
 * `holds`: it was so before, so that what is between the limit and where it clears still is. Nothing is told of `stale` by a
 * value.
 */
export function isBeyond(condition: Condition, value: Json, holds = false): boolean | null {
  switch (condition.is) {
    case "above":
    case "below":
      return isPast(condition, value, holds);
    case "equal":
      return isPlain(value) ? value === condition.value : null;
    case "other":
      return isPlain(value) ? value !== condition.value : null;
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

function isPlain(value: Json): boolean {
  return value === null || typeof value !== "object";
}
