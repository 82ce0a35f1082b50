import { DEFAULT_INTERVAL } from "./interval-choices";
import { ownFields } from "./kind-fields";
import { withoutSecret } from "./own-field";

/** The new-source form as typed: text, checked by checkSource. */
export interface SourceValues {
  readonly kind: string;
  readonly name: string;
  readonly slug: string;
  readonly url: string;
  /** Milliseconds as text. */
  readonly interval: string;
  /** What only some kinds ask for, by the names of kind-fields.ts. */
  readonly own: Readonly<Record<string, string>>;
  /** HTTP JSON: which fields become keys; none for every top-level field. */
  readonly rules: readonly RuleValues[];
}

/** One mapping rule as typed. Empty text means "not given"; `id` and `value` are about the elements of a list. */
export interface RuleValues {
  readonly path: string;
  readonly expression: string;
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  /** Of a key that holds a list: the member that tells its rows apart. */
  readonly rowKey: string;
  /** `series`, `value`, or empty: by what is found. */
  readonly kind: string;
  /** A number as text. */
  readonly scale: string;
}

export const ruleFields = [
  "path",
  "expression",
  "id",
  "value",
  "unit",
  "rowKey",
  "kind",
  "scale",
] as const satisfies (keyof RuleValues)[];

export const emptyRule: RuleValues = {
  path: "",
  expression: "",
  id: "",
  value: "",
  unit: "",
  rowKey: "",
  kind: "",
  scale: "",
};

export const emptyValues: SourceValues = {
  kind: "prometheus-scrape",
  name: "",
  slug: "",
  url: "",
  interval: DEFAULT_INTERVAL,
  own: Object.fromEntries(ownFields.map(([name, { choices }]) => [name, choices?.[0]?.[0] ?? ""])),
  rules: [],
};

/** As they may be sent to a page. */
export function withoutSecrets(values: SourceValues): SourceValues {
  const own = ownFields.map(([name, field]) => [name, withoutSecret(field, values.own[name] ?? "")] as const);
  return { ...values, own: Object.fromEntries(own) };
}

/** Reads the form, with or without JavaScript; a field that is missing reads as empty. Rules are parallel lists. */
export function readValues(form: FormData): SourceValues {
  const one = (name: string) => textOf(form.get(name));
  return {
    kind: one("kind"),
    name: one("name"),
    slug: one("slug"),
    url: one("url"),
    interval: one("interval"),
    own: Object.fromEntries(
      ownFields.map(([name, { type }]) => [
        name,
        type === "long" || type === "pairs" ? wholeOf(form, name) : one(name),
      ]),
    ),
    rules: readRules(form),
  };
}

function readRules(form: FormData): RuleValues[] {
  const columns = ruleFields.map((field) => [field, form.getAll(`rule.${field}`).map(textOf)] as const);
  return form
    .getAll("rule.path")
    .map((_, i) => ({ ...emptyRule, ...Object.fromEntries(columns.map(([field, texts]) => [field, texts[i] ?? ""])) }));
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === "string" ? entry.trim() : "";
}

/** As typed: a table may begin with an empty cell, which a blank stands for. */
function wholeOf(form: FormData, name: string): string {
  const entry = form.get(name);
  return typeof entry === "string" ? entry : "";
}
