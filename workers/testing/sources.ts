import { env } from "cloudflare:workers";
import { openDatabase } from "../../db/database";
import { insertSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";

/** Saves a Prometheus source in D1 and tells the object, as the sources page does. */
export async function addSource(workspace: string, slug: string, url: string, interval = 60_000): Promise<void> {
  await insertSource(openDatabase(env.DB), workspace, {
    id: crypto.randomUUID(),
    slug,
    name: slug,
    kind: "prometheus",
    settings: { url },
    interval,
    now: new Date(),
  });
  await liveObject(env, workspace).sourcesChanged();
}
