import type { AlertAct } from "../core/alerts/act";
import type { AlertRule } from "../core/alerts/rule";
import { sourceOf } from "../core/keys/name";
import { openDatabase } from "../db/database";
import * as rules from "../db/queries/alert-rules";
import { findSource } from "../db/queries/sources";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";

type Access = Pick<WorkspaceAccess, "workspace" | "principal">;

/** Rules that a workspace may have: each is a state that every page of it shows. */
const MOST_RULES = 100;

/**
 * Makes a rule, or changes the one with its id as it was when it was read, at `base`, and has it judged. Null where that is
 * done, else why not; `changed`: somebody else was first.
 */
export async function saveRule(
  env: Env,
  { workspace }: Access,
  rule: AlertRule,
  base: number | null,
): Promise<"no_source" | "too_many" | "not_found" | "changed" | null> {
  const db = openDatabase(env.DB);
  if (!(await findSource(db, workspace.id, sourceOf(rule.key)))) return "no_source";
  if (base === null) {
    if ((await rules.countRules(db, workspace.id)) >= MOST_RULES) return "too_many";
    if (!(await rules.addRule(db, workspace.id, rule, new Date()))) return "not_found";
  } else if (!(await rules.changeRule(db, workspace.id, rule, { base, now: Date.now() }))) {
    return (await rules.findRule(db, workspace.id, rule.id)) === null ? "not_found" : "changed";
  }
  await liveObject(env, workspace.id).rulesChanged();
  return null;
}

/**
 * Removes a rule; false where there is none, as where somebody else was first. The object is told in any case: it may not
 * have been reached then.
 */
export async function removeRule(env: Env, { workspace }: Access, id: string): Promise<boolean> {
  const removed = await rules.removeRule(openDatabase(env.DB), workspace.id, id, new Date());
  await liveObject(env, workspace.id).rulesChanged();
  return removed;
}

/** Undoes that, as long as it is less than a day ago; whether it is there now. What was known of its keys is found anew. */
export async function restoreRule(env: Env, { workspace }: Access, id: string): Promise<boolean> {
  const restored = await rules.restoreRule(openDatabase(env.DB), workspace.id, id);
  if (restored) await liveObject(env, workspace.id).rulesChanged();
  return restored;
}

/** The person acknowledges or silences these rules, or takes that back; false where there is none of them. */
export function actOnAlerts(
  env: Env,
  { workspace, principal }: Access,
  ids: string[],
  act: AlertAct,
): Promise<boolean> {
  return liveObject(env, workspace.id).actOnAlerts(ids, act, principal.userId);
}
