import type { AlertRule } from "../../../core/alerts/rule";

/** A rule as the form holds it: every field is text. */
export interface AlertValues {
  readonly name: string;
  readonly key: string;
  /** "above", "below", "equal", "other" or "stale". */
  readonly is: string;
  readonly value: string;
  readonly clear: string;
  /** Milliseconds. */
  readonly for: string;
  readonly severity: string;
  /** A board's id and a panel's, as "board/panel"; empty for none. */
  readonly panel: string;
  readonly unit: string;
  /** When the rule that is edited had been changed last, in milliseconds; empty for a new one. */
  readonly base: string;
}

const fresh: AlertValues = {
  name: "",
  key: "",
  is: "above",
  value: "",
  clear: "",
  for: "60000",
  severity: "warning",
  panel: "",
  unit: "",
  base: "",
};
const names = ["name", "key", "is", "value", "clear", "for", "severity", "panel", "unit", "base"] as const;

/** What a form, or the address of a new rule, says; what it does not say is as in a new one. */
export function readAlertValues(from: FormData | URLSearchParams): AlertValues {
  const said = names.flatMap((name) => {
    const value = from.get(name);
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return { ...fresh, ...Object.fromEntries(said) };
}

/** A rule as the form begins with it. */
export function alertValuesOf(rule: AlertRule, changedAt: number): AlertValues {
  const { name, key, condition, for: held, severity, panel, unit = "" } = rule;
  return {
    ...fresh,
    name,
    key,
    is: condition.is,
    value: "value" in condition ? String(condition.value) : "",
    clear: "clear" in condition && condition.clear !== undefined ? String(condition.clear) : "",
    for: String(held),
    severity,
    panel: panel ? `${panel.board}/${panel.panel}` : "",
    unit,
    base: String(changedAt),
  };
}
