import { pointer } from "../delta/pointer";
import { isArray, isObject, type Json, jsonEquals } from "../json";

/** The first place where two values differ, and what stands there; a side is left out where nothing does. */
export interface Difference {
  /** A JSON Pointer; the empty one is the whole value. */
  readonly path: string;
  readonly from?: Json;
  readonly to?: Json;
}

type Step = Pick<Difference, "from" | "to"> & { readonly token: string | number };

/** Null where they do not differ. Costs what it takes to see that they do: what follows on that place is not looked at. */
export function firstDifference(before: Json, after: Json): Difference | null {
  if (jsonEquals(before, after)) return null;
  const tokens: (string | number)[] = [];
  let [from, to] = [before, after];
  for (;;) {
    const step = stepInto(from, to);
    if (step === null) return { path: pointer(tokens), from, to };
    tokens.push(step.token);
    if (step.from === undefined || step.to === undefined) {
      const { token: _, ...sides } = step;
      return { path: pointer(tokens), ...sides };
    }
    [from, to] = [step.from, step.to];
  }
}

function stepInto(before: Json, after: Json): Step | null {
  if (isArray(before) && isArray(after)) return intoArray(before, after);
  return isObject(before) && isObject(after) ? intoObject(before, after) : null;
}

/** An element more or less is told as that where the next ones are the same. */
function intoArray(before: readonly Json[], after: readonly Json[]): Step {
  let at = 0;
  while (at < before.length && at < after.length && same(before[at], after[at])) at++;
  const [from, to] = [before[at], after[at]];
  if (to !== undefined && after.length > before.length && same(before[at], after[at + 1])) return { token: at, to };
  if (from !== undefined && before.length > after.length && same(before[at + 1], after[at])) return { token: at, from };
  return { token: at, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function intoObject(before: Readonly<Record<string, Json>>, after: Readonly<Record<string, Json>>): Step | null {
  for (const [token, from] of Object.entries(before)) {
    const to = Object.hasOwn(after, token) ? after[token] : undefined;
    if (to === undefined) return { token, from };
    if (!jsonEquals(from, to)) return { token, from, to };
  }
  for (const [token, to] of Object.entries(after)) if (!Object.hasOwn(before, token)) return { token, to };
  return null;
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : jsonEquals(a, b);
}
