import type { Json } from "../json";
import type { KeyMeta } from "../protocol/parts";

/** Characters of a text that a line shows at most. */
const LONGEST = 200;

/** A value as one line can show it: plain values as they are, of anything larger how much there is of it. */
export function preview(value: Json, kind: KeyMeta["kind"]): string | number | boolean | null {
  if (typeof value === "string") return value.slice(0, LONGEST);
  if (value === null || typeof value !== "object") return value;
  const name = Array.isArray(value) ? (kind === "stream" ? "event" : "row") : "field";
  const parts = Array.isArray(value) ? value.length : Object.keys(value).length;
  return `${parts} ${name}${parts === 1 ? "" : "s"}`;
}
