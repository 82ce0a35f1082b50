import { env } from "cloudflare:workers";
import type { Json } from "../../core/json";
import { MAX_INTERVAL } from "../../core/sources/definition";
import { EDITABLE } from "../../core/sources/written";
import { openDatabase } from "../../db/database";
import { insertSource } from "../../db/queries/sources";
import { liveObject } from "../../server/live-object";

/** Saves a Prometheus source in D1 and tells the object, as the sources page does. */
export async function addSource(workspace: string, slug: string, url: string, interval = 60_000): Promise<void> {
  await insertSource(openDatabase(env.DB), workspace, {
    id: crypto.randomUUID(),
    slug,
    name: slug,
    kind: "prometheus-scrape",
    settings: { url },
    interval,
    now: new Date(),
  });
  await liveObject(env, workspace).sourcesChanged();
}

/** Saves a source that people write, or programs, in the same way. */
export async function addEditable(workspace: string, slug: string, kind = EDITABLE): Promise<void> {
  const made = { slug, name: slug, kind, settings: {}, interval: MAX_INTERVAL };
  await insertSource(openDatabase(env.DB), workspace, { ...made, id: crypto.randomUUID(), now: new Date() });
  await liveObject(env, workspace).sourcesChanged();
}

/** Saves a source of any settings, in the same way. */
export async function addJson(workspace: string, slug: string, settings: Record<string, Json>): Promise<void> {
  const made = { slug, name: slug, kind: "http-json", settings, interval: 60_000 };
  await insertSource(openDatabase(env.DB), workspace, { ...made, id: crypto.randomUUID(), now: new Date() });
  await liveObject(env, workspace).sourcesChanged();
}
