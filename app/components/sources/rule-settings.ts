import type { Json } from "../../../core/json";
import type { RuleValues } from "./source-values";

/** A rule as the settings have it: only what was filled in. */
export function ruleSettings({ path, expression, scale, ...optional }: RuleValues): Record<string, Json> {
  const given = Object.entries(optional).filter(([, text]) => text !== "");
  return { path, expression, ...Object.fromEntries(given), ...(scale === "" ? {} : { scale: Number(scale) }) };
}
