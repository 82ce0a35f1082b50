import type { Page } from "./page";
import type { Pages } from "./pages";

/** How many tombstones are kept, and what share past that they may grow before a commit pays for pruning. */
export const MAX_TOMBSTONES = 5_000;
const SLACK = 0.1;

/**
 * Drops the oldest tombstones once the commits before this one left too many, in the drafts (opening pages where
 * needed). Returns the commit up to which they are gone, the new horizon; null when nothing had to go.
 */
export function prune(pages: Pages, drafts: Map<number, Page>, keep: number): number | null {
  if (pages.tombstones <= keep * (1 + SLACK)) return null;
  const all = [...pages.all()].filter((page) => !drafts.has(page.id)).concat([...drafts.values()]);
  const last = new Map<string, number>();
  for (const { tombstones } of all) {
    for (const [key, seq] of Object.entries(tombstones)) last.set(key, Math.max(seq, last.get(key) ?? 0));
  }
  const seqs = [...last.values()].sort((a, b) => a - b);
  const horizon = seqs[seqs.length - keep - 1] as number;
  for (const page of all) {
    const kept = Object.entries(page.tombstones).filter(([, seq]) => seq > horizon);
    if (kept.length === Object.keys(page.tombstones).length) continue;
    drafts.set(page.id, { ...page, tombstones: Object.fromEntries(kept) });
  }
  return horizon;
}
