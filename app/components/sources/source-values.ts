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

/** One mapping rule as typed. Empty text means "not given". */
export interface RuleValues {
  readonly path: string;
  readonly pick: string;
  readonly by: string;
  readonly unit: string;
}

export const emptyRule: RuleValues = { path: "", pick: "", by: "", unit: "" };

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
  const paths = form.getAll("rule.path").map(textOf);
  const column = (name: string) => form.getAll(name).map(textOf);
  const [picks, bys, units] = [column("rule.pick"), column("rule.by"), column("rule.unit")];
  return {
    kind: one("kind"),
    name: one("name"),
    slug: one("slug"),
    url: one("url"),
    interval: one("interval"),
    prefix: one("prefix"),
    include: one("include"),
    exclude: one("exclude"),
    rules: paths.map((path, i) => ({ path, pick: picks[i] ?? "", by: bys[i] ?? "", unit: units[i] ?? "" })),
  };
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === "string" ? entry.trim() : "";
}
