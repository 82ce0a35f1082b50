import { sourceOf } from "./name";
import { matches } from "./pattern";

/** Whether somebody who wants these patterns wants to know how a source is doing: its keys or its state are among them. */
export function concerns(patterns: Iterable<string>, slug: string): boolean {
  const state = `$sources.${slug}`;
  for (const pattern of patterns) {
    const first = sourceOf(pattern);
    if (first === slug || first === "*" || matches(pattern, state)) return true;
  }
  return false;
}
