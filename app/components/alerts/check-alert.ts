import * as v from "valibot";
import { type AlertRule, alertRule } from "../../../core/alerts/rule";
import { pathOf } from "../../../core/schema/path-of";
import { plainWords } from "../../../core/schema/plain-words";
import type { FormErrors } from "../sources/form-errors";
import type { AlertValues } from "./alert-values";

type Checked = { readonly ok: true; readonly rule: AlertRule } | { readonly ok: false; readonly errors: FormErrors };

/** The rule that a form stands for, or what is wrong with it by field. */
export function checkAlert(id: string, values: AlertValues): Checked {
  const { name, key, severity, panel, unit } = values;
  const [board = "", ...inBoard] = panel.split("/");
  const wanted = {
    id,
    name: name.trim(),
    key: key.trim(),
    condition: conditionOf(values),
    for: Number(values.for),
    severity,
    ...(panel !== "" && { panel: { board, panel: inBoard.join("/") } }),
    ...(unit !== "" && { unit }),
  };
  const read = v.safeParse(alertRule, wanted, plainWords);
  return read.success ? { ok: true, rule: read.output } : { ok: false, errors: errorsOf(read.issues) };
}

function conditionOf({ is, value, clear }: AlertValues): unknown {
  if (is === "stale") return { is };
  if (is === "equal" || is === "other") return { is, value: plainOf(value) };
  return { is, value: numberOf(value), ...(clear.trim() !== "" && { clear: numberOf(clear) }) };
}

/** With a point or a comma; what is no number is left, to be refused. */
export function numberOf(text: string): number | string {
  const number = Number(text.replace(",", "."));
  return text.trim() === "" || !Number.isFinite(number) ? text : number;
}

/** What is compared with: a number, yes or no, or the text as it is typed. */
function plainOf(text: string): string | number | boolean {
  if (text === "true" || text === "yes") return true;
  if (text === "false" || text === "no") return false;
  return numberOf(text);
}

/** Of fields that hold a number where people type text. */
const notNumbers: Readonly<Record<string, string>> = { value: "A number, such as 90.", clear: "A number, or nothing." };

function errorsOf(issues: readonly v.BaseIssue<unknown>[]): FormErrors {
  return Object.fromEntries(
    issues.map((issue) => {
      // `condition` itself is no field: its members are.
      const field = String(pathOf(issue).find((part) => part !== "condition") ?? "form");
      return [field, (issue.kind === "schema" && notNumbers[field]) || issue.message];
    }),
  );
}
