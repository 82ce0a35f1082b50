import { LiveError } from "../core/errors";
import type { Principal } from "../core/live-object";
import { openDatabase } from "../db/database";
import { findOpenKey, noteKeyUsed, type OpenKey } from "../db/queries/api-keys";
import { hashOf, isApiKeyText } from "./api-key-text";

/** How long what was found of a key is believed, in milliseconds: a revoked one is dead within 5 s everywhere. */
const BELIEVED_FOR = 4_000;
/** Keys that are remembered at most, also wrong ones. */
const MAX_BELIEVED = 1_000;
/** How exactly it is noted when a key was used, in milliseconds. */
const USED_TO = 3_600_000;

/** By the hash of the text, so that no key lies in memory. One for the isolate: a push must not cost a D1 read each. */
const believed = new Map<string, { readonly key: OpenKey | null; readonly until: number }>();

export interface KeyCaller {
  readonly workspace: { readonly id: string; readonly slug: string };
  readonly principal: Extract<Principal, { kind: "key" }>;
  /** The version of the workspace's rights that the key was read at. */
  readonly rights: number;
}

/** The text that a request gives as its key: what follows `Bearer`. Null for a request that names none. */
export function bearerOf(headers: Headers): string | null {
  const header = headers.get("Authorization");
  if (header === null) return null;
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "";
}

/** Whose key this is, or the error to answer with. */
export async function keyCaller(text: string, env: Env): Promise<KeyCaller | LiveError> {
  const key = isApiKeyText(text) ? await find(await hashOf(text), env) : null;
  if (key === null) return new LiveError("unauthenticated", "There is no such API key, or it was revoked.");
  const { id, name, workspace, version } = key;
  return { workspace, principal: { kind: "key", keyId: id, name }, rights: version };
}

async function find(hash: string, env: Env): Promise<OpenKey | null> {
  const now = Date.now();
  const known = believed.get(hash);
  if (known && now < known.until) return known.key;
  const db = openDatabase(env.DB);
  const key = await findOpenKey(db, { hash });
  if (believed.size >= MAX_BELIEVED) believed.clear();
  // From before the look on: a revocation that it did not see came after that.
  believed.set(hash, { key, until: now + BELIEVED_FOR });
  const used = new Date(now - USED_TO);
  if (key && (key.lastUsedAt === null || key.lastUsedAt < used)) await noteKeyUsed(db, key.id, new Date(now), used);
  return key;
}
