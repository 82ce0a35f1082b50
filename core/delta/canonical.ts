import type { Json, JsonObject } from "../json";

/** The one text of a JSON value by RFC 8785: members sorted by UTF-16 units, numbers and texts as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const object = value as JsonObject;
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(object[name] as Json)}`);
  return `{${members.join(",")}}`;
}
