import { isObject, type Json } from "../json";

/** The members by which rows are told apart where the source names none. */
const NAMES = ["id", "key"];

/** The member by which both rows have a key. Asked of the first ones: most arrays are no rows, or all are. */
export function keyName(before: Json | undefined, after: Json | undefined, named: string | undefined): string | null {
  const names = named === undefined ? NAMES : [named];
  return names.find((name) => keyOf(before, name) !== undefined && keyOf(after, name) !== undefined) ?? null;
}

/** What tells a row apart: its member of this name or, where it has none, what names joined by dots lead to. */
export function keyOf(row: Json | undefined, name: string): string | number | undefined {
  if (row === undefined || !isObject(row)) return undefined;
  // What a prototype has is neither text nor number.
  const key = row[name] ?? (name.includes(".") ? within(row, name.split(".")) : undefined);
  return typeof key === "string" || typeof key === "number" ? key : undefined;
}

function within(row: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inside, name) => (inside !== undefined && isObject(inside) ? inside[name] : undefined),
    row,
  );
}

type Keys = (string | number)[];

/** Each row's key, on both sides; null unless all have one. */
export function keysOfBoth(before: readonly Json[], after: readonly Json[], name: string): [Keys, Keys] | null {
  const old = keysOf(before, name);
  const now = old && keysOf(after, name);
  return old && now && [old, now];
}

function keysOf(rows: readonly Json[], name: string): Keys | null {
  const keys: Keys = [];
  for (const row of rows) {
    const key = keyOf(row, name);
    if (key === undefined) return null;
    keys.push(key);
  }
  return keys;
}
