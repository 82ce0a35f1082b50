import { DEFAULT_INTERVAL } from "./interval-choices";

/** The new-source form as typed: text, checked by checkSource. */
export interface SourceValues {
  readonly kind: string;
  readonly name: string;
  readonly slug: string;
  readonly url: string;
  /** Milliseconds as text. */
  readonly interval: string;
  /** Prometheus: taken off the front of metric names. */
  readonly prefix: string;
  /** Prometheus: metrics to read and to leave out, separated by blanks or commas. */
  readonly include: string;
  readonly exclude: string;
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
}

export const ruleFields = [
  "path",
  "expression",
  "id",
  "value",
  "unit",
  "rowKey",
] as const satisfies (keyof RuleValues)[];

export const emptyRule: RuleValues = { path: "", expression: "", id: "", value: "", unit: "", rowKey: "" };

export const emptyValues: SourceValues = {
  kind: "prometheus",
  name: "",
  slug: "",
  url: "",
  interval: DEFAULT_INTERVAL,
  prefix: "",
  include: "",
  exclude: "",
  rules: [],
};

/** Reads the form, with or without JavaScript; a field that is missing reads as empty. Rules are parallel lists. */
export function readValues(form: FormData): SourceValues {
  const one = (name: string) => textOf(form.get(name));
  return {
    kind: one("kind"),
    name: one("name"),
    slug: one("slug"),
    url: one("url"),
    interval: one("interval"),
    prefix: one("prefix"),
    include: one("include"),
    exclude: one("exclude"),
    rules: readRules(form),
  };
}

function readRules(form: FormData): RuleValues[] {
  const column = (field: keyof RuleValues) => form.getAll(`rule.${field}`).map(textOf);
  const [paths, expressions, ids, values, units, rowKeys] = ruleFields.map(column);
  return (paths ?? []).map((path, i) => ({
    path,
    expression: expressions?.[i] ?? "",
    id: ids?.[i] ?? "",
    value: values?.[i] ?? "",
    unit: units?.[i] ?? "",
    rowKey: rowKeys?.[i] ?? "",
  }));
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === "string" ? entry.trim() : "";
}
