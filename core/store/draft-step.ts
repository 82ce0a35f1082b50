import type { Json } from "../json";
import { eventId } from "../streams/event-id";
import { grow } from "../streams/grow";
import { EMPTY_STREAM } from "../streams/held-stream";
import { keepOf } from "../streams/keep-of";
import { streamBytes } from "../streams/stream-bytes";
import type { Append, Changed, ChangeSet, Once } from "./change-set";
import { forgetDone, noteDone } from "./done";
import { Drafts } from "./drafts";
import { logChanges } from "./log-changes";
import { overflow } from "./overflow";
import { emptyPage, SOLO_BYTES, type StoredKey } from "./page";
import type { Pages } from "./pages";
import { record } from "./record";
import { sameMeta } from "./same-meta";
import { heldStream, isStream } from "./stream-key";

/** A commit that is not written yet. */
export interface Drafted {
  readonly drafts: Drafts;
  readonly changed: readonly Changed[];
  /** The JSON texts of large values, which were needed to measure them. */
  readonly texts: ReadonlyMap<StoredKey, string>;
}

/** A string this short cannot be over SOLO_BYTES, even if each character is escaped. */
const SHORT = SOLO_BYTES / 6 - 2;

/** The pages as they are to be after a change set in which everything is a change, as commit `seq`. */
export function draftStep(pages: Pages, change: ChangeSet, seq: number): Drafted {
  const drafts = new Drafts(pages, seq);
  const texts = new Map<StoredKey, string>();
  const changed: Changed[] = [];
  for (const write of change.writes) {
    const state = { rev: seq, at: change.at, value: write.value, meta: write.meta };
    const text = isSmall(write.value) ? "" : JSON.stringify(write.value);
    const isSolo = text.length > SOLO_BYTES;
    if (isSolo) texts.set(state, text);
    const before = pages.stored(write.key) ?? null;
    changed.push({ key: write.key, before, state, isNew: !sameMeta(before?.meta, write.meta) });
    drafts.put(write.key, state, isSolo);
  }
  for (const append of change.appends ?? []) {
    const { isSolo, ...grown } = appended(pages, append, change.at, seq);
    changed.push(grown);
    drafts.put(append.key, grown.state, isSolo);
  }
  for (const key of change.removes) drafts.remove(key);
  recordPoints(pages, drafts, change, seq);
  logChanges(pages, drafts, change, changed);
  if (change.once) noteOnce(drafts, change, change.once, seq);
  return { drafts, changed, texts };
}

function isSmall(value: Json): boolean {
  return typeof value === "string" ? value.length < SHORT : typeof value !== "object" || value === null;
}

function appended(pages: Pages, { key, events: added, meta }: Append, at: number, seq: number) {
  const before = pages.stored(key) ?? null;
  const isNew = !sameMeta(before?.meta, meta);
  const stream = before && isStream(before) ? before : null;
  const events = added.map(({ at, data }, i) => ({ id: eventId(seq, i), at, data }));
  const { events: value, dropped } = grow(stream ? heldStream(stream) : EMPTY_STREAM, events, keepOf(meta));
  const state: StoredKey = { rev: seq, at, value, meta, dropped, born: isNew || !stream ? seq : stream.born };
  return { key, before, state, isNew, events, isSolo: streamBytes(value) > SOLO_BYTES };
}

function recordPoints(pages: Pages, drafts: Drafts, change: ChangeSet, seq: number): void {
  // A copy: overflow opens further pages, which have nothing to be recorded.
  for (const [id, page] of Array.from(drafts.open)) {
    const before = pages.get(id) ?? emptyPage(id, page.slug);
    const blocks = record(before, page, change.at, seq, change);
    const recorded = { ...forgetDone(page, change.at), blocks, lastRowAt: blocks.at(-1)?.t.at(-1) ?? page.lastRowAt };
    drafts.open.set(id, overflow(recorded, drafts, change.at));
  }
}

/** The write's name goes with a page that is written anyway. */
function noteOnce(drafts: Drafts, change: ChangeSet, once: Once, seq: number): void {
  const [page] = drafts.open.values();
  if (page) drafts.open.set(page.id, noteDone(page, once, { at: change.at, seq, rev: seq }));
}
