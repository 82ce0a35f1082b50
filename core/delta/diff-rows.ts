import type { Json, JsonObject } from "../json";
import { pointer } from "./pointer";
import { at, type Trail } from "./trail";

/** The member by which the elements of both arrays are told apart; null when they are not such rows. */
export function keyedBy(before: readonly Json[], after: readonly Json[], named: string | undefined): string | null {
  if (before.length === 0 || after.length === 0) return null;
  const names = named === undefined ? ["id", "key"] : [named];
  return names.find((name) => keysOf(before, name) !== null && keysOf(after, name) !== null) ?? null;
}

/**
 * Rows that went are removed, then each place is filled in turn: with the row that is there, one moved from further
 * down, or a new one; a row that stayed is compared inside. What did not change is not mentioned.
 */
export function diffRows(before: readonly Json[], after: readonly Json[], name: string, trail: Trail): void {
  const { tokens, operations } = trail;
  const wanted = keysOf(after, name) ?? [];
  const rows = new Map((keysOf(before, name) ?? []).map((key, i) => [key, before[i] as Json]));
  const staying = new Set(wanted);
  const order = [...rows.keys()];
  for (let i = order.length - 1; i >= 0; i--) {
    if (staying.has(order[i] as string)) continue;
    operations.push({ op: "remove", path: pointer([...tokens, i]) });
    order.splice(i, 1);
  }
  wanted.forEach((key, i) => {
    const row = rows.get(key);
    if (row === undefined) {
      operations.push({ op: "add", path: pointer([...tokens, i === order.length ? "-" : i]), value: after[i] as Json });
      order.splice(i, 0, key);
      return;
    }
    if (order[i] !== key) {
      const from = order.indexOf(key, i);
      operations.push({ op: "move", from: pointer([...tokens, from]), path: pointer([...tokens, i]) });
      order.splice(from, 1);
      order.splice(i, 0, key);
    }
    trail.compare(row, after[i] as Json, at(trail, i));
  });
}

/** Each element's key; null unless all are objects with a key of their own. Numbers and texts are told apart. */
function keysOf(rows: readonly Json[], name: string): string[] | null {
  const keys = new Set<string>();
  for (const row of rows) {
    if (typeof row !== "object" || row === null || Array.isArray(row)) return null;
    const key = Object.hasOwn(row, name) ? (row as JsonObject)[name] : undefined;
    if (typeof key !== "string" && typeof key !== "number") return null;
    keys.add(JSON.stringify(key));
  }
  return keys.size === rows.length ? [...keys] : null;
}
