import { openDatabase } from "../../db/database";
import { listSources } from "../../db/queries/sources";
import type { LiveEngine } from "./live-engine";
import { isPublic, publicSources } from "./public-page";

/** What a new object reads of D1 at the first contact; afterwards it is told of changes. */
export async function readUnknown(engine: LiveEngine, env: Env): Promise<void> {
  const { alerts, people, sources, workspaceId } = engine;
  if (isPublic(workspaceId)) return readSources(engine, env);
  await Promise.all([
    sources.known ? null : readSources(engine, env),
    people.known ? null : people.read(),
    alerts.known ? null : alerts.read(),
  ]);
}

export async function readSources(engine: LiveEngine, env: Env): Promise<void> {
  const { workspaceId } = engine;
  engine.setSources(isPublic(workspaceId) ? publicSources(env) : await listSources(openDatabase(env.DB), workspaceId));
}

export async function readPeople({ people, workspaceId }: LiveEngine): Promise<void> {
  if (!isPublic(workspaceId)) await people.read();
}
