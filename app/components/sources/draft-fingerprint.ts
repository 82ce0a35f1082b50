import { ruleFields, type SourceValues } from "./source-values";

/**
 * Names what a test depends on, so that a tested draft is known again: what is asked and how the answer is mapped. The
 * name, the short name and the interval may change after a test.
 */
export function draftFingerprint({ kind, url, rules, prefix, include, exclude }: SourceValues): string {
  const mapping =
    kind === "http-json" ? rules.map((rule) => ruleFields.map((field) => rule[field])) : [prefix, include, exclude];
  return JSON.stringify([kind, url, mapping]);
}
