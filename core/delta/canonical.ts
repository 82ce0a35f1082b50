import { isArray, type Json } from "../json";

/** The one text of a JSON value by RFC 8785: members sorted by UTF-16 units, numbers and texts as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // One text that grows: V8 joins it once, at the end.
  let text = "";
  if (isArray(value)) {
    for (const item of value) text += `${text === "" ? "" : ","}${canonical(item)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).sort()) {
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${canonical(value[name] as Json)}`;
  }
  return `{${text}}`;
}
