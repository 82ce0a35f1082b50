import { isArray, isObject, type Json } from "../../../core/json";
import type { SourceDefinition } from "../../../core/sources/definition";
import { kindCards } from "./kind-fields";
import { type OwnField, ownName } from "./own-field";
import { emptyRule, emptyValues, type RuleValues, ruleFields, type SourceValues } from "./source-values";

type Settings = SourceDefinition["settings"];

/** The form of a source that is there. Secrets are left out: an empty one stands for what is kept. */
export function valuesOf({ kind, name, slug, interval, settings }: SourceDefinition): SourceValues {
  const fields = kindCards.get(kind)?.fields ?? [];
  const own = fields.flatMap((field) => {
    const text = textOf(field, settingAt(settings, field.setting));
    return text === null ? [] : [[ownName(kind, field.setting), text] as const];
  });
  const { url, mapping } = settings;
  return {
    ...emptyValues,
    kind,
    name,
    slug,
    interval: String(interval),
    url: typeof url === "string" ? url : "",
    own: { ...emptyValues.own, ...Object.fromEntries(own) },
    rules: mapping !== undefined && isArray(mapping) ? mapping.map(ruleOf) : [],
  };
}

/** What the form made, with all that it has no field for as it was: the settings it does not show, and rules' labels. */
export function mergedSettings(kind: string, made: Settings, before: Settings): Settings {
  const fields = kindCards.get(kind)?.fields.map(({ setting }) => setting.split(".")[0] ?? "") ?? [];
  const shown = new Set(["url", "mapping", ...fields]);
  const rest = Object.entries(before).filter(([name]) => !shown.has(name));
  const labels = new Map(rulesIn(before).flatMap(({ path, label }) => (label === undefined ? [] : [[path, label]])));
  const mapping = rulesIn(made).map((rule) => ({ ...rule, ...labelOf(labels.get(rule.path)) }));
  return { ...Object.fromEntries(rest), ...made, ...(made.mapping === undefined ? {} : { mapping }) };
}

/** The kind's settings that are secrets as a whole. */
export function secretSettings(kind: string): string[] {
  const fields = kindCards.get(kind)?.fields ?? [];
  return fields.filter(({ type }) => type === "secret").map(({ setting }) => setting);
}

function labelOf(label: Json | undefined): { label?: Json } {
  return label === undefined ? {} : { label };
}

function rulesIn({ mapping = [] }: Settings): Readonly<Record<string, Json>>[] {
  return isArray(mapping) ? mapping.filter(isObject) : [];
}

function settingAt(settings: Settings, setting: string): Json | undefined {
  const [name = "", member] = setting.split(".");
  const held = settings[name];
  if (member === undefined || held === undefined) return held;
  return isObject(held) ? held[member] : undefined;
}

/** The reverse of settingOf; null for what was not set. */
function textOf({ type }: OwnField, setting: Json | undefined): string | null {
  if (setting === undefined || type === "secret") return null;
  if (type === "pairs") return isObject(setting) ? Object.entries(setting).map(lineOf).join("\n") : null;
  if (isArray(setting)) return setting.map(String).join(type === "words" ? " " : "\n");
  return typeof setting === "object" ? null : String(setting);
}

function lineOf([name, value]: readonly [string, Json]): string {
  return typeof value === "string" ? `${name}: ${value}` : `${name}:`;
}

function ruleOf(rule: Json): RuleValues {
  if (!isObject(rule)) return emptyRule;
  const text = (value: Json | undefined) =>
    typeof value === "string" || typeof value === "number" ? String(value) : "";
  return ruleFields.reduce<RuleValues>((values, field) => ({ ...values, [field]: text(rule[field]) }), emptyRule);
}
