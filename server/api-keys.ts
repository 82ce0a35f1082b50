import { nanoid } from "nanoid";
import * as v from "valibot";
import { plainWords } from "../core/schema/plain-words";
import { openDatabase } from "../db/database";
import { countApiKeys, insertApiKey, revokeApiKey } from "../db/queries/api-keys";
import { hashOf, newApiKeyText, prefixOf } from "./api-key-text";
import type { WorkspaceAccess } from "./contexts";
import { liveObject } from "./live-object";
import { log } from "./log";

/** Keys that a workspace may have at a time. */
export const MAX_KEYS = 50;

const keyName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "Give it a name, such as the program that will use it."),
  v.maxLength(60, "At most 60 characters."),
  v.check((text) => text.isWellFormed(), "Half a character cannot be kept."),
);

export type MakeResult =
  | { readonly ok: true; readonly id: string; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly status: number; readonly problem: string };

/** Makes a key. Its text is in the answer and nowhere else, ever. */
export async function makeApiKey(env: Env, { workspace, session }: WorkspaceAccess, name: string): Promise<MakeResult> {
  const parsed = v.safeParse(keyName, name, plainWords);
  if (!parsed.success) return { ok: false, status: 400, problem: parsed.issues[0]?.message ?? "Not a name." };
  const db = openDatabase(env.DB);
  if ((await countApiKeys(db, workspace.id)) >= MAX_KEYS) {
    return { ok: false, status: 409, problem: `A workspace may have ${MAX_KEYS} keys. Revoke one first.` };
  }
  const [id, text] = [nanoid(), newApiKeyText()];
  const kept = { id, name: parsed.output, prefix: prefixOf(text), hash: await hashOf(text) };
  await insertApiKey(db, workspace.id, { ...kept, createdBy: session.user.id, createdAt: new Date() });
  return { ok: true, id, name: parsed.output, text };
}

/**
 * Revokes a key and closes its connections; false where the workspace has no such key. An object that cannot be reached
 * is logged: it finds the key gone when it next looks at its rights, and no request of the key is taken 5 s from now.
 */
export async function revokeKey(env: Env, { workspace }: WorkspaceAccess, id: string): Promise<boolean> {
  if (!(await revokeApiKey(openDatabase(env.DB), workspace.id, id, new Date()))) return false;
  try {
    await liveObject(env, workspace.id).keysRevoked([id]);
  } catch (error) {
    log.error("keys_revoked_unheard", { workspaceId: workspace.id, error });
  }
  return true;
}
