import { kindCards } from "./kind-fields";
import { ownName } from "./own-field";
import { ruleFields, type SourceValues } from "./source-values";

/**
 * Names what a test depends on, so that a tested draft is known again: what is asked and how the answer is mapped. The
 * name, the short name and the interval may change after a test.
 */
export function draftFingerprint({ kind, url, rules, own }: SourceValues): string {
  const mapping = kind === "http-json" ? rules.map((rule) => ruleFields.map((field) => rule[field])) : [];
  const fields = kindCards.get(kind)?.fields.map(({ setting }) => own[ownName(kind, setting)] ?? "");
  return JSON.stringify([kind, url, mapping, fields]);
}
