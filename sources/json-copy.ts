export const MAX_DEPTH = 64;

/** JSON as a copy's owner has it: a Json that the type does not forbid to change, as libraries want it. */
export type OwnJson = null | boolean | number | string | OwnJson[] | { [name: string]: OwnJson };

/**
 * A value as JSON holds it, by copying: no number that is not finite, nothing undefined, no name that means something
 * to an object. Undefined when it is nested deeper than 64: what compares and sends values does so level by level.
 */
export function jsonCopy(value: unknown, depth = 0): OwnJson | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return listCopy(value, depth);
  return typeof value === "object" && value !== null ? objectCopy(value, depth) : null;
}

function listCopy(list: readonly unknown[], depth: number): OwnJson | undefined {
  const copy: OwnJson[] = [];
  for (const item of list) {
    const copied = jsonCopy(item, depth + 1);
    if (copied === undefined) return undefined;
    copy.push(copied);
  }
  return copy;
}

function objectCopy(object: object, depth: number): OwnJson | undefined {
  const copy: Record<string, OwnJson> = {};
  for (const [name, item] of Object.entries(object)) {
    if (name === "__proto__") continue;
    const copied = jsonCopy(item, depth + 1);
    if (copied === undefined) return undefined;
    copy[name] = copied;
  }
  return copy;
}
