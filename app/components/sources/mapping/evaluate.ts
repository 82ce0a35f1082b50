import * as v from "valibot";
import { pathOf } from "../../../../core/schema/path-of";
import { plainWords } from "../../../../core/schema/plain-words";
import type { Reply } from "../../../../core/sources/connector";
import type { KeyReading } from "../../../../core/sources/reading";
import { collectReadings, type NamedReading } from "../../../../sources/collect-readings";
import { jsonCopy } from "../../../../sources/json-copy";
import { mapAnswer } from "../../../../sources/mapping/map-answer";
import { mapRule } from "../../../../sources/mapping/map-rule";
import { mappingRule } from "../../../../sources/mapping/rule";
import type { FormErrors } from "../form-errors";
import { ruleSettings } from "../rule-settings";
import type { RuleValues } from "../source-values";

/** What rules make of a sampled answer. `problem`: why they make no keys together. */
export interface Evaluated {
  readonly readings: readonly KeyReading[];
  readonly errors: FormErrors;
  readonly problem: string | undefined;
}

/** Works the rules out in the browser as a refresh would. A line that is not filled in yet is passed over. */
export function evaluate({ body: sampled }: Reply, rules: readonly RuleValues[], slug: string): Evaluated {
  const body = jsonCopy(sampled) ?? null;
  if (rules.length === 0) return shown(mapAnswer(body, []), {}, slug);
  const readings: NamedReading[] = [];
  const errors: Record<string, string> = {};
  for (const [i, rule] of rules.entries()) {
    if (rule.path === "" || rule.expression === "") continue;
    const parsed = v.safeParse(mappingRule, ruleSettings(rule), plainWords);
    for (const issue of parsed.issues ?? []) errors[`rule.${i}.${pathOf(issue)[0]}`] ??= issue.message;
    if (!parsed.success) continue;
    const mapped = mapRule(parsed.output, body, `rule ${i + 1}`);
    readings.push(...mapped.readings);
    for (const { field, message } of mapped.misfits) errors[`rule.${i}.${field}`] ??= `${capital(message)}.`;
  }
  return shown(collectReadings(readings), errors, slug);
}

function shown(outcome: ReturnType<typeof mapAnswer>, errors: FormErrors, slug: string): Evaluated {
  if (!outcome.ok) return { readings: [], errors, problem: outcome.failure.message };
  const readings = outcome.readings.map(({ path, value, meta }) => ({ key: `${slug}.${path}`, value, meta }));
  return { readings, errors, problem: undefined };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
