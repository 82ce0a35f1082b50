import { changeOf } from "../keys/change-of";
import type { KeyChange, Origin } from "../keys/key-log";
import type { Changed, ChangeSet } from "./change-set";
import type { Drafts } from "./drafts";
import type { Page } from "./page";
import type { Pages } from "./pages";

/** Changes of one key, and characters of all those of a page, that are kept; of writers of a page. */
export const MOST_CHANGES = 50;
export const PAGE_LOG = 16 * 1024;
export const MOST_ORIGINS = 50;

type Log = NonNullable<Page["log"]>;

/**
 * The last changes that are no recorded points go with their keys' pages, which are written anyway; of series, who writes
 * into the page. A change set that does not say where it comes from, and the engine's own keys, are not logged.
 */
export function logChanges(pages: Pages, drafts: Drafts, change: ChangeSet, changed: readonly Changed[]): void {
  const logs = new Map<number, Log>();
  const logOf = (id: number): Log => {
    const log = logs.get(id) ?? { ...drafts.open.get(id)?.log };
    logs.set(id, log);
    return log;
  };
  for (const key of change.removes) forget(pages, key, logOf);
  for (const one of changed) {
    const past = pastOf(pages, one.key);
    const to = drafts.placed.get(one.key);
    if (to === undefined || to === null) continue;
    const entry = change.by && !one.key.startsWith("$") ? changeOf(one, change.by) : null;
    if (past && pages.pageOf(one.key) !== to) forget(pages, one.key, logOf);
    else if (entry === null) continue;
    const grown = entry ? [...(past ?? []), entry].slice(-MOST_CHANGES) : past;
    if (grown) logOf(to)[one.key] = grown;
  }
  for (const [id, log] of logs) {
    const page = drafts.open.get(id);
    if (page) drafts.open.set(id, withLog(page, bounded(log)));
  }
  if (change.by) for (const [id, page] of drafts.open) drafts.open.set(id, withOrigin(page, change.at, change.by));
}

function pastOf(pages: Pages, key: string): KeyChange[] | undefined {
  return pages.get(pages.pageOf(key) ?? 0)?.log?.[key];
}

function forget(pages: Pages, key: string, logOf: (id: number) => Log): void {
  if (pastOf(pages, key)) delete logOf(pages.pageOf(key) ?? 0)[key];
}

function withLog(page: Page, log: Log): Page {
  const { log: before, ...rest } = page;
  if (Object.keys(log).length > 0) return { ...rest, log };
  return before ? rest : page;
}

/** Where it is too much, each key has an equal share of the room; one that seldom changes keeps what it has. */
function bounded(log: Log): Log {
  const sizes = Object.values(log).map(sizeOf);
  const share = shareOf(sizes);
  if (share === null) return log;
  const kept = Object.entries(log).map(([key, changes]) => [key, newest(changes, share)] as const);
  return Object.fromEntries(kept.filter(([, changes]) => changes.length > 0));
}

/** What each may have at most, so that together they fit; null where they do. */
function shareOf(sizes: readonly number[]): number | null {
  let room = PAGE_LOG;
  for (const [i, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const share = room / (sizes.length - i);
    if (size > share) return share;
    room -= size;
  }
  return null;
}

function newest(changes: KeyChange[], room: number): KeyChange[] {
  let size = 0;
  let first = changes.length;
  while (first > 0) {
    size += lengthOf(changes[first - 1]);
    if (size > room) break;
    first--;
  }
  return first === 0 ? changes : changes.slice(first);
}

function sizeOf(changes: readonly KeyChange[]): number {
  let size = 0;
  for (const change of changes) size += lengthOf(change);
  return size;
}

/** Characters of a change's JSON, about: to write it out for this would cost more than it saves. */
function lengthOf(change: KeyChange | undefined): number {
  if (!change) return 0;
  const { by, path = "", from, to } = change;
  const ofText = (value: KeyChange["from"]) => (typeof value === "string" ? value.length : 8);
  return 80 + (by.name?.length ?? 0) + path.length + ofText(from) + ofText(to);
}

/** What is looked at comes from there alone, which goes without saying. */
function withOrigin(page: Page, at: number, by: Origin): Page {
  const { origins = [] } = page;
  const last = origins.at(-1)?.[1];
  const hasSeries = page.lastRowAt === at;
  if (!hasSeries || (by.how === "refresh" && last === undefined)) return page;
  if (last?.how === by.how && last.name === by.name) return page;
  return { ...page, origins: [...origins, [at, by] satisfies [number, Origin]].slice(-MOST_ORIGINS) };
}
