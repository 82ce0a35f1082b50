import type { AlertRule } from "../../../core/alerts/rule";
import type { Json } from "../../../core/json";
import { measure, measureLimit, written } from "../format/measure";
import { scaleOf } from "../format/scale";
import { everyWords } from "../sources/duration-words";

/** When a rule fires, as it is read after the key: "at or above 90 % for 5 min". */
export function conditionWords(rule: Pick<AlertRule, "condition" | "for" | "unit">, locale: string): string {
  const words = whatWords(rule, locale);
  return rule.for === 0 ? words : `${words} for ${everyWords(rule.for)}`;
}

function whatWords({ condition, unit }: Pick<AlertRule, "condition" | "unit">, locale: string): string {
  switch (condition.is) {
    case "above":
    case "below": {
      const { is, value, clear = value } = condition;
      const limit = limitWords(value, unit, locale);
      return clear === value
        ? `at or ${is} ${limit}`
        : `at or ${is} ${limit}, until ${is === "above" ? "below" : "above"} ${limitWords(clear, unit, locale)}`;
    }
    case "equal":
      return `is ${valueWords(condition.value, unit, locale)}`;
    case "other":
      return `is not ${valueWords(condition.value, unit, locale)}`;
    case "stale":
      return "stale or gone";
  }
}

export function limitWords(limit: number, unit: string | undefined, locale: string): string {
  return written(measureLimit(limit, scaleOf(unit, limit), locale));
}

export function valueWords(value: Json, unit: string | undefined, locale: string): string {
  return written(measure(value, unit, locale));
}
