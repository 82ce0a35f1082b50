import type { Sample } from "../../core/live-object";
import { isWritten } from "../../core/sources/written";
import { liveObject } from "../live-object";
import type { Answers, PlannedSource, Template } from "./template";

/** How long an answer stands (milliseconds): a gallery that is looked at again and again asks nobody again. */
const STANDS = 60_000;
const KEPT = 100;
const answered = new Map<string, { readonly at: number; readonly sample: Sample }>();

/**
 * Whether the template's first source answers from here; undefined where there is none to ask. The newest answers are
 * kept for a minute, those of one workspace apart from those of another.
 */
export async function askUpstream(env: Env, workspaceId: string, template: Template, answers: Answers) {
  const source = template.sources(answers).find(({ kind }) => !isWritten(kind));
  if (!source) return undefined;
  const { kind, settings } = source;
  // What somebody typed may be a secret, and is asked for by them alone.
  if (template.asks.length > 0) return look(env, workspaceId, template, source);
  const name = JSON.stringify([workspaceId, kind, settings]);
  const known = answered.get(name);
  const now = Date.now();
  if (known && now - known.at < STANDS) return known.sample;
  const sample = await look(env, workspaceId, template, source);
  answered.delete(name);
  answered.set(name, { at: Date.now(), sample });
  for (const oldest of [...answered.keys()].slice(0, Math.max(0, answered.size - KEPT))) answered.delete(oldest);
  return sample;
}

async function look(env: Env, workspaceId: string, { shows }: Template, { slug, kind, settings }: PlannedSource) {
  return only(await liveObject(env, workspaceId).sample({ slug, kind, settings }), shows?.path);
}

/** Of what was found only the value that is shown. */
function only(sample: Sample, path: string | undefined): Sample {
  if (!sample.ok) return sample;
  return { ...sample, readings: sample.readings.filter(({ key }) => key.slice(key.indexOf(".") + 1) === path) };
}
