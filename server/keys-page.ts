import { PUSH } from "../core/sources/written";
import { openDatabase } from "../db/database";
import { listApiKeys } from "../db/queries/api-keys";
import { listSources } from "../db/queries/sources";
import type { WorkspaceAccess } from "./contexts";
import { readEnv } from "./env";

/** What the page of API keys shows. `wanted`: the short name of the source that its example is to push to. */
export async function keysPage(env: Env, { workspace }: WorkspaceAccess, wanted: string | null) {
  const db = openDatabase(env.DB);
  const [keys, sources] = await Promise.all([listApiKeys(db, workspace.id), listSources(db, workspace.id)]);
  const pushed = sources.filter(({ kind }) => kind === PUSH).map(({ slug }) => slug);
  return {
    keys: keys.map(({ createdAt, lastUsedAt, ...key }) => ({
      ...key,
      madeAt: createdAt.getTime(),
      lastUsedAt: lastUsedAt?.getTime() ?? null,
    })),
    /** The source of the example; null where programs write none. */
    example: pushed.find((slug) => slug === wanted) ?? pushed[0] ?? null,
    baseUrl: readEnv(env).baseUrl,
  };
}
