import { hash } from "../../../core/delta/hash";
import { kindCards } from "./kind-fields";
import { maySecret, ownName } from "./own-field";
import { ruleFields, type SourceValues } from "./source-values";

/**
 * Names what a test depends on, so that a tested draft is known again: what is asked and how the answer is mapped. The
 * name, the short name and the interval may change after a test.
 */
export function draftFingerprint({ kind, url, rules, own }: SourceValues): string {
  const mapping = kind === "http-json" ? rules.map((rule) => ruleFields.map((field) => rule[field])) : [];
  const fields = kindCards.get(kind)?.fields.map((field) => {
    const text = own[ownName(kind, field.setting)] ?? "";
    // It goes to the page and back: a secret is known again by its hash.
    return maySecret(field) ? hash(text) : text;
  });
  const asked = JSON.stringify([kind, url, fields]);
  return `${asked.length} ${asked} ${JSON.stringify(mapping)}`;
}

/** The part of a fingerprint that the answer depends on: all but how it is mapped. */
export function askedOf(fingerprint: string): string {
  const start = fingerprint.indexOf(" ") + 1;
  return fingerprint.slice(start, start + Number(fingerprint.slice(0, start)));
}
