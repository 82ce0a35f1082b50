import type { Formula } from "./parse-formula";

/**
 * The formula of one of its results alone: with what its `*` stand for in their places, so that it can be worked out by
 * itself. The formula as it is where it has one result only.
 */
export function instanceOf({ text, keys }: Formula, labels: readonly string[]): string {
  let made = "";
  let end = 0;
  for (const { pattern, start, end: next, isCombined } of keys) {
    if (isCombined || !pattern.includes("*")) continue;
    let star = 0;
    made += text.slice(end, start) + pattern.replaceAll("*", () => labels[star++] ?? "*");
    end = next;
  }
  return made + text.slice(end);
}
