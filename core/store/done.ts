import * as v from "valibot";
import { finite } from "../schema/finite";
import type { Once } from "./change-set";
import type { Page } from "./page";

/** How long a page remembers which writes it has seen, in milliseconds, where the write does not say. */
export const DONE_FOR = 10 * 60_000;
/** How many it remembers at most: of those, and of those that say for how long. */
export const MAX_DONE = 200;
export const MAX_DONE_LONG = 1_000;

/** A write that was done: the commit it is in, or that held already what it asked for, and its key's rev there. */
export const doneWrite = v.object({
  writer: v.string(),
  id: v.string(),
  at: finite(),
  /** When it may be forgotten, where the write said. */
  until: v.optional(finite()),
  seq: finite(),
  rev: finite(),
});
export type DoneWrite = v.InferOutput<typeof doneWrite>;

/** The page without what it need not remember any more; the same page where there is nothing of that. */
export function forgetDone(page: Page, now: number): Page {
  const { done, ...rest } = page;
  const kept = newest(done?.filter(({ at, until = at + DONE_FOR }) => until > now) ?? []);
  if (kept.length === (done?.length ?? 0)) return page;
  return kept.length === 0 ? rest : { ...rest, done: kept };
}

function newest(done: DoneWrite[]): DoneWrite[] {
  if (done.length <= MAX_DONE) return done;
  let [short, long] = [0, 0];
  const kept = done
    .toReversed()
    .filter(({ until }) => (until === undefined ? short++ < MAX_DONE : long++ < MAX_DONE_LONG));
  return kept.toReversed();
}

/** The page with one write more: the one of this name, done at this commit, with its key at this rev. */
export function noteDone(page: Page, { writer, id, keepFor }: Once, done: Pick<DoneWrite, "at" | "seq" | "rev">): Page {
  const write = { writer, id, ...done, ...(keepFor === undefined ? {} : { until: done.at + keepFor }) };
  return forgetDone({ ...page, done: [...(page.done ?? []), write] }, done.at);
}

/** Writers choose their ids freely, so the two are told apart whatever they hold. */
export function doneName({ writer, id }: Once): string {
  return JSON.stringify([writer, id]);
}
