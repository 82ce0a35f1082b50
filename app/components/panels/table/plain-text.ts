import type { Json } from "../../../../core/json";

/** A value as it is searched and copied: whole, and not rounded. */
export function plainText(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
