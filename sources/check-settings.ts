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
  return { ok: false, failure: failureOf("bad_settings", issue && `${fieldName(issue.path)}: ${issue.message}`) };
}

/** `mapping.0.expression` is what a form calls "mapping 1, expression". */
function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "settings";
  return path.map((part) => (typeof part === "number" ? String(part + 1) : String(part))).join(" ");
}
