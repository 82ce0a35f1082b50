import * as z from "zod/mini";
import type { Json } from "../../../core/json";
import { MAX_INTERVAL, MIN_INTERVAL, type SourceDraft, slug } from "../../../core/sources/definition";
import { isWritten, PUSH } from "../../../core/sources/written";
import { editableSettings } from "../../../sources/editable/settings";
import { httpJsonSettings } from "../../../sources/http-json/settings";
import { prometheusSettings } from "../../../sources/prometheus/settings";
import { pushSettings } from "../../../sources/push/settings";
import type { FormErrors } from "./form-errors";
import { kinds } from "./kinds";
import type { RuleValues, SourceValues } from "./source-values";

/** The short name of a draft that has none yet: its keys are shown without it. */
export const NAMELESS = "draft";

/** What the connector is set up with, or what is wrong at which field. Enough for a test. */
export function checkDraft(
  values: SourceValues,
): { readonly ok: true; readonly draft: SourceDraft } | { readonly ok: false; readonly errors: FormErrors } {
  const settings = settingsOf(values);
  const parsed = z.safeParse(schemaOf(values.kind), settings);
  const errors = { ...(isKind(values.kind) ? {} : { kind: "Choose a kind." }), ...fieldErrors(parsed.error?.issues) };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const named = slug.safeParse(values.slug).success ? values.slug : NAMELESS;
  return { ok: true, draft: { slug: named, kind: values.kind, settings } };
}

/** What is wrong with the fields that every source has. */
export function checkNaming(values: SourceValues): FormErrors {
  const named = slug.safeParse(values.slug);
  const interval = Number(values.interval);
  const timed =
    isWritten(values.kind) || (Number.isInteger(interval) && interval >= MIN_INTERVAL && interval <= MAX_INTERVAL);
  return {
    ...(values.name === "" ? { name: "Give it a name." } : {}),
    ...(values.name.length > 120 ? { name: "At most 120 characters." } : {}),
    ...(named.success ? {} : { slug: named.error.issues[0]?.message ?? "Not a short name." }),
    ...(timed ? {} : { interval: "Choose how often it is asked." }),
  };
}

/** Milliseconds between two questions. What is never asked has one all the same, the longest. */
export function intervalOf(values: SourceValues): number {
  return isWritten(values.kind) ? MAX_INTERVAL : Number(values.interval);
}

function schemaOf(kind: string) {
  if (isWritten(kind)) return kind === PUSH ? pushSettings : editableSettings;
  return kind === "http-json" ? httpJsonSettings : prometheusSettings;
}

function isKind(kind: string): boolean {
  return kinds.some((one) => one.kind === kind);
}

/** Only what was filled in: the schemas know the rest. */
function settingsOf(values: SourceValues): Record<string, Json> {
  if (isWritten(values.kind)) return {};
  if (values.kind === "http-json") return { url: values.url, mapping: values.rules.map(ruleSettings) };
  const { url, prefix } = values;
  return { url, prefix, include: words(values.include), exclude: words(values.exclude) };
}

function ruleSettings(rule: RuleValues): Record<string, Json> {
  const { path, expression, ...optional } = rule;
  return { path, expression, ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== "")) };
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

/** The schema's `mapping.0.expression` is the form's `rule.0.expression`; a list's item is its list's one field. */
function fieldErrors(issues: readonly z.core.$ZodIssue[] = []): FormErrors {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const [first, index, field] = path.map(String);
    const name = first === "mapping" && field !== undefined ? `rule.${index}.${field}` : (first ?? "form");
    errors[fields.has(name) || name.startsWith("rule.") ? name : "form"] ??= message;
  }
  return errors;
}

const fields = new Set(["url", "prefix", "include", "exclude"]);
