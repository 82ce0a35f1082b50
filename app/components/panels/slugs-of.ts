import { sourceOf } from "../../../core/keys/name";
import type { LiveValue } from "../../live/live-value";

/** The sources behind patterns: named by the patterns themselves, or where one begins with `*` by the keys it found. */
export function slugsOf(patterns: readonly string[], values: readonly LiveValue[]): string[] {
  const named = patterns.map(sourceOf).filter((slug) => slug !== "*");
  const found = patterns.some((pattern) => pattern.startsWith("*")) ? values.map(({ key }) => sourceOf(key)) : [];
  return [...new Set([...named, ...found])];
}
