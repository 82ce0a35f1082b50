import * as v from "valibot";
import { isObject, type Json } from "../../../core/json";
import { pathOf } from "../../../core/schema/path-of";
import { plainWords } from "../../../core/schema/plain-words";
import {
  MAX_INTERVAL,
  MIN_INTERVAL,
  type SourceDefinition,
  type SourceDraft,
  slug,
} from "../../../core/sources/definition";
import { keepSecrets, placeOf } from "../../../core/sources/keep-secrets";
import { type FoundSecret, secretsIn, withSecrets } from "../../../core/sources/secret";
import { isWritten } from "../../../core/sources/written";
import type { FormErrors } from "./form-errors";
import { kindCards } from "./kind-fields";
import { kindSchemas } from "./kind-schemas";
import { ownName, settingOf } from "./own-field";
import { ruleSettings } from "./rule-settings";
import type { SourceValues } from "./source-values";
import { mergedSettings, secretSettings } from "./values-of";

/** The short name of a draft that has none yet: its keys are shown without it. */
export const NAMELESS = "draft";

type Settings = SourceDefinition["settings"];

/**
 * What the connector is set up with, or what is wrong at which field. Enough for a test. `before`: the settings of the
 * source that is changed, whose secrets stay where none is typed and nothing keeps them from it.
 */
export function checkDraft(
  values: SourceValues,
  before: Settings = {},
): { readonly ok: true; readonly draft: SourceDraft } | { readonly ok: false; readonly errors: FormErrors } {
  const { kind } = values;
  const schema = kindSchemas.get(kind);
  if (!schema) return { ok: false, errors: { kind: "Choose a kind." } };
  const kept = keepSecrets(settingsOf(values), before, secretSettings(kind));
  if (kept.again.length > 0) return { ok: false, errors: typeAgain(kind, kept.again, before) };
  const settings = mergedSettings(kind, kept.settings, before);
  // A schema knows a secret as its text, or sealed.
  const parsed = v.safeParse(schema, withSecrets(settings, asSchemasKnowIt), plainWords);
  if (!parsed.success) return { ok: false, errors: fieldErrors(kind, parsed.issues) };
  const named = v.is(slug, values.slug) ? values.slug : NAMELESS;
  return { ok: true, draft: { slug: named, kind, settings } };
}

function asSchemasKnowIt({ kept, text }: FoundSecret): Json {
  return kept === "plain" ? text : { secret: text };
}

function typeAgain(kind: string, fields: readonly string[], before: Settings): FormErrors {
  const were = new Set(secretsIn(before).map(({ field }) => field));
  return Object.fromEntries(
    fields.map((field) => [
      fieldOf(kind, placeOf(field)),
      were.has(field)
        ? "The address is another one: type the secret again."
        : `Give the secret: ${placeOf(field).at(-1)}.`,
    ]),
  );
}

/** What is wrong with the fields that every source has. */
export function checkNaming(values: SourceValues): FormErrors {
  const named = v.safeParse(slug, values.slug);
  const interval = Number(values.interval);
  const timed =
    isWritten(values.kind) || (Number.isInteger(interval) && interval >= MIN_INTERVAL && interval <= MAX_INTERVAL);
  return {
    ...(values.name === "" ? { name: "Give it a name." } : {}),
    ...(values.name.length > 120 ? { name: "At most 120 characters." } : {}),
    // Its page would be the one for new sources.
    ...(values.slug === "new" ? { slug: "This word is reserved." } : {}),
    ...(named.success ? {} : { slug: named.issues[0]?.message ?? "Not a short name." }),
    ...(timed ? {} : { interval: "Choose how often it is asked." }),
  };
}

/** Milliseconds between two questions. What is never asked has one all the same, the longest. */
export function intervalOf(values: SourceValues): number {
  return isWritten(values.kind) ? MAX_INTERVAL : Number(values.interval);
}

/** Only what was filled in: the schemas know the rest. */
function settingsOf({ kind, url, rules, own }: SourceValues): Record<string, Json> {
  if (isWritten(kind)) return {};
  const given = (kindCards.get(kind)?.fields ?? []).flatMap((field) => {
    const setting = settingOf(field, own[ownName(kind, field.setting)] ?? "");
    return setting === undefined ? [] : [[field.setting.split("."), setting] as const];
  });
  const mapping = kind === "http-json" ? { mapping: rules.map(ruleSettings) } : {};
  return { ...(url === "" ? {} : { url }), ...nested(given), ...mapping };
}

/** Settings by their names, and those with a member's name as members of one. */
function nested(given: readonly (readonly [name: readonly string[], setting: Json])[]): Record<string, Json> {
  const settings: Record<string, Json> = {};
  for (const [[name = "", member], setting] of given) {
    const held = settings[name];
    settings[name] =
      member === undefined ? setting : { ...(held !== undefined && isObject(held) ? held : {}), [member]: setting };
  }
  return settings;
}

/** The schema's `mapping.0.expression` is the form's `rule.0.expression`; a list's item is its list's one field. */
function fieldErrors(kind: string, issues: readonly v.BaseIssue<unknown>[]): FormErrors {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[fieldOf(kind, pathOf(issue).map(String))] ??= issue.message;
  return errors;
}

function fieldOf(kind: string, [first, index, field]: readonly string[]): string {
  if (first === "url") return first;
  if (first === "mapping" && field !== undefined) return `rule.${index}.${field}`;
  const own = kindCards.get(kind)?.fields.find(({ setting }) => setting === first || setting === `${first}.${index}`);
  return own ? ownName(kind, own.setting) : "form";
}
