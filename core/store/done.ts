import * as z from "zod/mini";
import type { Once } from "./change-set";
import type { Page } from "./page";

/** How long a page remembers which writes it has seen, in milliseconds, and how many of them at most. */
export const DONE_FOR = 10 * 60_000;
export const MAX_DONE = 200;

/** A write that was done: the commit it is in, or that held already what it asked for, and its key's rev there. */
export const doneWrite = z.object({
  writer: z.string(),
  id: z.string(),
  at: z.number(),
  seq: z.number(),
  rev: z.number(),
});
export type DoneWrite = z.infer<typeof doneWrite>;

/** The page without what it need not remember any more; the same page where there is nothing of that. */
export function forgetDone(page: Page, now: number): Page {
  const { done, ...rest } = page;
  const kept = done?.filter(({ at }) => at > now - DONE_FOR).slice(-MAX_DONE) ?? [];
  if (kept.length === (done?.length ?? 0)) return page;
  return kept.length === 0 ? rest : { ...rest, done: kept };
}

/** The page with one write more. */
export function noteDone(page: Page, write: DoneWrite): Page {
  return forgetDone({ ...page, done: [...(page.done ?? []), write] }, write.at);
}

/** Writers choose their ids freely, so the two are told apart whatever they hold. */
export function doneName({ writer, id }: Once): string {
  return JSON.stringify([writer, id]);
}
