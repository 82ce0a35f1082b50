import { isArray, type Json } from "../json";

/** Whether the value's JSON text has more UTF-16 units than that. Reads no more of the value than it takes to know. */
export function isLonger(value: Json, length: number): boolean {
  return left(value, length) < 0;
}

/** What is left of `budget` after the value's text; anything below 0 once it does not suffice. */
function left(value: Json, budget: number): number {
  if (typeof value !== "object" || value === null) return budget - JSON.stringify(value).length;
  // The brackets, and a comma between each two; an empty one has no comma to spare.
  let rest = budget - 1;
  if (isArray(value)) {
    for (let i = 0; i < value.length && rest >= 0; i++) rest = left(value[i] as Json, rest) - 1;
    return value.length === 0 ? rest - 1 : rest;
  }
  let isEmpty = true;
  for (const name in value) {
    isEmpty = false;
    if (rest >= 0) rest = left(value[name] as Json, rest - JSON.stringify(name).length - 1) - 1;
  }
  return isEmpty ? rest - 1 : rest;
}
