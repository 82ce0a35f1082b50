import { isArray, isObject, type Json } from "../../core/json";

/**
 * The next value with the references of the held one wherever the two are equal, by place; the held one itself where
 * they are equal as a whole. Whole values only need this: what a patch leaves alone keeps its reference by itself, also
 * where its place has shifted.
 */
export function keepEqual(held: Json, next: Json): Json {
  if (held === next) return held;
  if (isArray(held) && isArray(next)) {
    const kept = next.map((item, i) => keepIn(held[i], item));
    return kept.length === held.length && kept.every((item, i) => item === held[i]) ? held : kept;
  }
  if (!isObject(held) || !isObject(next)) return next;
  const members = Object.entries(next).map(([name, member]): [string, Json] => [
    name,
    Object.hasOwn(held, name) ? keepIn(held[name], member) : member,
  ]);
  const same = members.every(([name, member]) => Object.hasOwn(held, name) && held[name] === member);
  // fromEntries, since assigning to a member `__proto__` would lose it.
  return same && members.length === Object.keys(held).length ? held : Object.fromEntries(members);
}

function keepIn(held: Json | undefined, next: Json): Json {
  return held === undefined ? next : keepEqual(held, next);
}
