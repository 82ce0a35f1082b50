import * as v from "valibot";
import type { Json } from "../core/json";
import { readAs } from "../core/schema/read-as";
import type { PushAccess } from "../core/sources/push-access";
import { PUSH } from "../core/sources/written";
import { openDatabase } from "../db/database";
import { findSource } from "../db/queries/sources";
import type { WorkspaceAccess } from "./contexts";
import { readEnv } from "./env";
import { liveObject } from "./live-object";
import { refusal } from "./refusal";
import { toBase64url } from "./secrets/base64url";
import { putSource } from "./source-steps";

type Access = Pick<WorkspaceAccess, "workspace" | "principal">;

/** Throws the 404 where there is no such source. */
export async function pushAccess(env: Env, access: Access, slug: string): Promise<PushAccess> {
  const { id, name, settings } = await pushedSource(env, access, slug);
  const { baseUrl } = readEnv(env);
  const origins = readAs(v.array(v.string()), settings.origins) ?? [];
  return { id, slug, name, baseUrl, isSigned: settings.signing !== undefined, origins };
}

/** Makes a secret that webhooks are signed with, in place of the one before; null where this server keeps no secrets. */
export async function makeSigningSecret(env: Env, access: Access, slug: string): Promise<string | null> {
  const secret = `whsec_${toBase64url(crypto.getRandomValues(new Uint8Array(32)))}`;
  return (await put(env, access, slug, { signing: { plain: secret } })) ? secret : null;
}

/** From now on nothing signed is taken. */
export async function dropSigningSecret(env: Env, access: Access, slug: string): Promise<void> {
  await put(env, access, slug, { signing: undefined });
}

export async function setOrigins(env: Env, access: Access, slug: string, origins: readonly string[]): Promise<void> {
  await put(env, access, slug, { origins });
}

async function put(
  env: Env,
  access: Access,
  slug: string,
  change: Readonly<Record<string, Json | undefined>>,
): Promise<boolean> {
  const { id, settings } = await pushedSource(env, access, slug);
  const changed = Object.entries({ ...settings, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const sealed = await liveObject(env, access.workspace.id).sealed(id, Object.fromEntries(changed));
  return sealed.ok && putSource(env, access, slug, { settings: sealed.settings });
}

async function pushedSource(env: Env, { workspace }: Access, slug: string) {
  const source = await findSource(openDatabase(env.DB), workspace.id, slug);
  if (source?.kind !== PUSH) throw refusal("not_found");
  return source;
}
