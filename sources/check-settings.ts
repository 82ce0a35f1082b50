import * as v from "valibot";
import { pathOf } from "../core/schema/path-of";
import { plainWords } from "../core/schema/plain-words";
import type { Failure } from "../core/sources/state";
import { failureOf } from "./failure";

export type CheckedSettings<Settings> =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly failure: Failure };

/** Settings by a connector's schema; otherwise the first field that does not fit, named with its reason. */
export function checkSettings<Schema extends v.GenericSchema>(
  schema: Schema,
  settings: unknown,
): CheckedSettings<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, settings, plainWords);
  if (parsed.success) return { ok: true, settings: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, failure: failureOf("bad_settings", `${fieldName(pathOf(issue))}: ${issue.message}`) };
}

/** `mapping.0.expression` is what a form calls "mapping 1, expression". */
function fieldName(path: readonly (string | number)[]): string {
  if (path.length === 0) return "settings";
  return path.map((part) => (typeof part === "number" ? String(part + 1) : part)).join(" ");
}
