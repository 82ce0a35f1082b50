import * as z from "zod/mini";
import type { Failure } from "../core/sources/state";
import { failureOf } from "./failure";

export type CheckedSettings<Settings> =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly failure: Failure };

/** Settings by a connector's schema; otherwise the first field that does not fit, named with its reason. */
export function checkSettings<Schema extends z.ZodMiniType>(
  schema: Schema,
  settings: unknown,
): CheckedSettings<z.infer<Schema>> {
  const parsed = z.safeParse(schema, settings);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, failure: failureOf("bad_settings", issue && sentenceOf(issue)) };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `${fieldName([...issue.path, issue.keys[0] ?? ""])}: There is no such setting.`;
  }
  // The name of a record's member does not fit: the reason is one level down.
  const reason = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
  return `${fieldName(issue.path)}: ${reason ?? issue.message}`;
}

/** `mapping.0.expression` is what a form calls "mapping 1, expression". */
function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "settings";
  return path.map((part) => (typeof part === "number" ? String(part + 1) : String(part))).join(" ");
}
