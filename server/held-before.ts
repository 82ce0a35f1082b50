import { minuteOf, pointsOf } from "../core/history/block";
import { sourceOf } from "../core/keys/name";
import type { Point } from "../core/protocol/parts";
import { readAs } from "../core/schema/read-as";
import { sourceState } from "../core/sources/state";
import type { Database } from "../db/database";
import { type FlushedPage, type FlushedState, readBlocksBefore } from "../db/queries/live-values";

/** What a series was when a stretch of time began: since when, and up to when it is known to have been so, at least. */
export interface Held {
  readonly at: number;
  readonly value: number;
  readonly until: number;
}

interface Request {
  readonly db: Database;
  readonly workspaceId: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly now: number;
  /** With the states of the sources. */
  readonly flushed: FlushedState;
}

/**
 * What these series of a page were at a time, where that is recorded or they have not changed since; those that were not
 * known then are left out. A page's last two minutes tell: one alone may begin later.
 */
export async function heldBefore(
  { db, workspaceId, from, now, flushed }: Request,
  { page, keys: stored }: FlushedPage,
  keys: readonly string[],
): Promise<[key: string, Held][]> {
  const changed = keys.some((key) => (stored[key]?.at ?? 0) >= from);
  const blocks = changed ? await readBlocksBefore(db, workspaceId, page, minuteOf(from) + 1, 2) : [];
  return keys.flatMap((key): [string, Held][] => {
    const { at = 0, value } = stored[key] ?? {};
    const isSame = at < from;
    const [since, was]: Point = isSame
      ? [at, typeof value === "number" ? value : null]
      : (pointsOf(blocks, key).findLast(([time]) => time < from) ?? [0, null]);
    const until = isSame ? knownUntil(flushed, sourceOf(key), now) : at;
    return was === null || until < from ? [] : [[key, { at: since, value: was, until }]];
  });
}

/** Up to when what a source holds is known to be so. One that is well is looked at, or its keys change when they are written. */
function knownUntil({ pages, checked }: FlushedState, slug: string, now: number): number {
  const key = `$sources.${slug}`;
  const source = readAs(sourceState, pages.find(({ keys }) => Object.hasOwn(keys, key))?.keys[key]?.value);
  if (source?.state === "failing") return source.lastGood ?? 0;
  return source?.state === "ok" && source.expected === undefined ? now : (checked[slug] ?? 0);
}
