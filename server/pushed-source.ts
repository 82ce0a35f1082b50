import { openDatabase } from "../db/database";
import { findPushedSource, type PushedSource } from "../db/queries/pushed-source";

/** How long what was found is believed, in milliseconds: what was switched off is dead within 5 s. */
const BELIEVED_FOR = 4_000;
/** Sources that are remembered at most, also ones that are not there. */
const MAX_BELIEVED = 1_000;

/** One for the isolate: a push must not cost a D1 read each. */
const believed = new Map<string, { readonly source: PushedSource | null; readonly until: number }>();

/** The source of this id that programs push to; null where there is none. */
export async function pushedSource(id: string, env: Env): Promise<PushedSource | null> {
  const now = Date.now();
  const known = believed.get(id);
  if (known && now < known.until) return known.source;
  const source = await findPushedSource(openDatabase(env.DB), id);
  if (believed.size >= MAX_BELIEVED) believed.clear();
  believed.set(id, { source, until: now + BELIEVED_FOR });
  return source;
}
