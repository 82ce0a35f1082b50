import type { Json } from "../../../core/json";

/** A field that only one kind of source has, on that kind's card. */
export interface OwnField {
  /** Its name in the kind's settings, with a dot before a member of it: `pages.by`. */
  readonly setting: string;
  readonly label: string;
  /** `long`: several lines, kept as typed; `words`: a list, separated by blanks or commas; `lines`: a list, one a line; `pairs`: names and values, one a line; `secret`: not shown, and never sent back. */
  readonly type: "text" | "long" | "words" | "lines" | "pairs" | "number" | "choice" | "secret";
  /** What can be chosen, the first one to begin with: the setting's value and its words. */
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly hint?: string;
  readonly placeholder?: string;
  /** Of several lines: a file may be chosen for it, of these types and at most so many characters. */
  readonly file?: { readonly accept: string; readonly most: number };
}

/** The name of a kind's own field in the form: no two kinds share one. */
export function ownName(kind: string, setting: string): string {
  return `${kind}.${setting}`;
}

/** What a field says as the settings have it; undefined where it was left empty. */
export function settingOf({ type }: OwnField, text: string): Json | undefined {
  if (type === "pairs") return pairsOf(text);
  if (type === "words") return text.split(/[\s,]+/).filter((word) => word !== "");
  if (type === "lines") return text.split("\n").flatMap((line) => line.trim() || []);
  if (text === "") return undefined;
  // On its way to where it is sealed: core/sources/secret.ts.
  if (type === "secret") return { plain: text };
  return type === "number" ? Number(text) : text;
}

/** A field's text as a page may have it: without what was typed as a secret, which is typed again. */
export function withoutSecret({ type }: OwnField, text: string): string {
  if (type === "secret") return "";
  if (type !== "pairs") return text;
  return text.replaceAll(/^([^:\n]*):.*$/gm, (line, name: string) => (SECRET.test(name.trim()) ? `${name}:` : line));
}

/** Whether the field may hold a secret. */
export function maySecret({ type }: OwnField): boolean {
  return type === "secret" || type === "pairs";
}

/** Headers and parameters that carry a credential. */
const SECRET = /^(authorization|proxy-authorization|cookie|.*(api[_-]?key|token|secret|password).*)$/i;

/** `Name: value` a line. A credential is marked as the secret that it is: core/sources/secret.ts. */
function pairsOf(text: string): Record<string, Json> | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return undefined;
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.includes(":") ? line.indexOf(":") : line.length;
      const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      return [name, SECRET.test(name) ? { plain: value } : value];
    }),
  );
}
