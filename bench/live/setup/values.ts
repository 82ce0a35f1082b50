import type { Json } from "../../../core/json";

/** An object of so many characters of JSON that carries the mark. */
export function padded(mark: string, length: number): Json {
  const rest = length - JSON.stringify({ mark, text: "" }).length;
  return { mark, text: "x".repeat(Math.max(0, rest)) };
}
