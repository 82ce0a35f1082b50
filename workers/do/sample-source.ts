import type { Sample } from "../../core/live-object";
import type { SourceDraft } from "../../core/sources/definition";
import type { SourceReader } from "./source-reader";
import { clock } from "./system";

/** How many of a draft's keys are shown; all are counted. */
const SHOWN = 200;

/** Reads a source that is not saved, once, and keeps nothing of it. `took` in milliseconds. */
export async function sampleSource(reader: SourceReader, draft: SourceDraft): Promise<Sample> {
  const start = clock.now();
  const outcome = await reader.read(draft);
  const took = clock.now() - start;
  const reply = outcome.reply && { reply: outcome.reply };
  if (!outcome.ok) return { ok: false, failure: outcome.failure, took, ...reply };
  const { readings, appends = [], notes = [], misfits = [] } = outcome;
  const wrong = misfits.map(({ path, message }) => `${path}: ${message}.`);
  const streams = appends.map(({ key, events, meta }) => ({ key, value: events.map(({ data }) => data), meta }));
  const all = [...streams, ...readings];
  return { ok: true, readings: all.slice(0, SHOWN), total: all.length, notes: [...notes, ...wrong], took, ...reply };
}
