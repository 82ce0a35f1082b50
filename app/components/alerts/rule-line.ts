import type { AlertRule } from "../../../core/alerts/rule";
import { sourceOf } from "../../../core/keys/name";
import type { Alert } from "./use-alerts";

/** A rule in the list of all. `alert`: how it stands; undefined until its source is judged. */
export interface RuleLine {
  readonly rule: AlertRule;
  readonly alert: Alert | undefined;
  /** Whether there is a source that its keys would come from. */
  readonly hasSource: boolean;
}

/** Each rule with how it stands. What the state says of the rule is newer than what the page was made with. */
export function ruleLines(
  rules: readonly AlertRule[],
  sources: readonly string[],
  alerts: readonly Alert[],
): RuleLine[] {
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  return rules.map((rule) => {
    const alert = byId.get(rule.id);
    return { rule: alert ?? rule, alert, hasSource: sources.includes(sourceOf(rule.key)) };
  });
}

/** By any part of its name or key; nothing typed fits all. */
export function fitsSearch({ name, key }: Pick<AlertRule, "name" | "key">, asked: string): boolean {
  const words = asked.trim().toLowerCase().split(/\s+/);
  const text = `${name} ${key}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
