import type { Operator } from "./expression";
import type { AggregateName, WindowedName } from "./functions";

/** What is measured: a unit's name; undefined: none, or none that a name is known for; null: a bare number, which fits any. */
export type Unit = string | undefined | null;

/** The one that all have, where they do. */
export function sharedUnit(units: readonly Unit[]): Unit {
  const named = new Set(units.filter((unit) => unit !== null));
  if (named.size === 0) return null;
  return named.size === 1 ? [...named][0] : undefined;
}

export function unitOfOperation(operator: Operator, left: Unit, right: Unit): Unit {
  if (operator === "+" || operator === "-" || operator === "%") return sharedUnit([left, right]);
  return left === null && right === null ? null : undefined;
}

export function unitOfAggregate(name: AggregateName, units: readonly Unit[]): Unit {
  return name === "count" ? undefined : sharedUnit(units);
}

export function unitOfWindowed(name: WindowedName, unit: Unit): Unit {
  if (name !== "rate") return unit;
  // Seconds a second are a share of the time.
  if (unit === "seconds" || unit === "s") return "ratio";
  // What is told by the second already: how fast that changes.
  return unit?.endsWith("/s") ? `${unit}²` : `${unit ?? ""}/s`;
}
