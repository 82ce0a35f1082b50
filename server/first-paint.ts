import { mayRead, readableKeys } from "../core/access/access";
import { type Block, minuteOf, pointsOf } from "../core/history/block";
import { seenPoints } from "../core/history/seen-points";
import { sourceOf } from "../core/keys/name";
import { matches } from "../core/keys/pattern";
import type { Changes, FirstPaint, Principal } from "../core/live-object";
import { formatCursor, NOWHERE } from "../core/protocol/cursor";
import type { Point } from "../core/protocol/parts";
import type { KeyState, KeyTail } from "../core/protocol/snapshot";
import { wholeKey } from "../core/store/changes-since";
import { applyTail } from "../core/streams/apply-tail";
import { isEvents } from "../core/streams/is-events";
import { openDatabase } from "../db/database";
import { type FlushedState, readBlocks, readFlushed } from "../db/queries/live-values";
import { liveObject } from "./live-object";
import { log } from "./log";
import { within } from "./within";

/** How long a page waits for the object (milliseconds); without an answer it shows what D1 has, with honest ages. */
const OBJECT_DEADLINE = 150;

export interface FirstPaintRequest {
  readonly env: Env;
  readonly workspaceId: string;
  readonly principal: Principal;
  readonly patterns: readonly string[];
  /** Milliseconds of recorded past that series bring along; 0 for none. */
  readonly range: number;
}

/** The values a page opens with: D1's last flush and recent points, and from the object what came after it. */
export async function firstPaint({
  env,
  workspaceId,
  principal,
  patterns,
  range,
}: FirstPaintRequest): Promise<FirstPaint> {
  const now = Date.now();
  const flushed = await readFlushed(openDatabase(env.DB), workspaceId, slugsOf(patterns));
  const since = flushed.cursor === null ? null : formatCursor(flushed.cursor);
  const readable = readableKeys(principal, patterns);
  const wanted = (key: string) => patterns.some((pattern) => matches(pattern, key)) && mayRead(readable, key);
  const [past, recent] = await Promise.all([
    history(env, workspaceId, flushed, { from: now - range, to: now }, wanted),
    within(OBJECT_DEADLINE, liveObject(env, workspaceId).changesSince(principal, [...patterns], since)),
  ]);
  if (!recent.ok) log.warn("first_paint_without_object", { workspace: workspaceId, cause: recent.cause });
  const present = recent.ok ? merge(past, recent.value, now) : null;
  // D1 and the object do not agree: the page opens with what D1 has, and its socket is told the rest.
  if (recent.ok && present === null) log.error("first_paint_misfit", { workspace: workspaceId });
  return present ?? asFlushed(past, flushed, wanted, now);
}

/** The sources that patterns speak of; null when one of them speaks of all. */
function slugsOf(patterns: readonly string[]): string[] | null {
  const slugs = new Set(patterns.map(sourceOf));
  return slugs.has("*") ? null : [...slugs];
}

async function history(
  env: Env,
  workspaceId: string,
  flushed: FlushedState,
  { from, to }: { from: number; to: number },
  wanted: (key: string) => boolean,
): Promise<KeyState[]> {
  const pages = flushed.pages.filter(({ keys }) => Object.keys(keys).some(wanted));
  const db = openDatabase(env.DB);
  const minutes = { from: minuteOf(from), to: minuteOf(to) };
  const blocks =
    from < to
      ? await readBlocks(
          db,
          workspaceId,
          pages.map(({ page }) => page),
          minutes,
        )
      : [];
  return pages.flatMap(({ keys }) =>
    Object.entries(keys)
      .filter(([key]) => wanted(key))
      .map(([key, stored]) => withPoints(wholeKey(key, stored), blocks, from)),
  );
}

function withPoints(state: KeyState, blocks: readonly Block[], from: number): KeyState {
  if (state.meta.kind !== "series") return state;
  return { ...state, points: pointsOf(blocks, state.key).filter(([at]) => at >= from) };
}

/** What the object said on top of what D1 had; null where it does not fit. */
function merge(past: readonly KeyState[], { tails = [], ...recent }: Changes, now: number): FirstPaint | null {
  const states = new Map(recent.full ? [] : past.map((state) => [state.key, state]));
  const pointsBefore = new Map(past.map(({ key, points }) => [key, points ?? []]));
  for (const state of recent.values) {
    const points = joined(pointsBefore.get(state.key) ?? [], state.points ?? []);
    const { hole: _, ...rest } = state;
    states.set(state.key, state.meta.kind === "series" ? { ...rest, points } : rest);
  }
  for (const tail of tails) {
    const grown = withTail(states.get(tail.key), tail);
    if (grown === null) return null;
    states.set(tail.key, grown);
  }
  for (const key of recent.removed) states.delete(key);
  return { ...recent, full: true, values: [...states.values()].map(thinned), now };
}

/** The stream after what followed on it; null where that does not fit. */
function withTail(state: KeyState | undefined, { rev, at, ...tail }: KeyTail): KeyState | null {
  const after = state && isEvents(state.value) ? applyTail(state.value, tail) : null;
  return state && after?.ok ? { ...state, rev, at, value: after.events } : null;
}

/** The older points, then those of the newer that come after them: both sides may hold the points of the last flush. */
function joined(older: readonly Point[], newer: readonly Point[]): Point[] {
  const end = older.at(-1)?.[0] ?? 0;
  return [...older, ...newer.filter(([at]) => at > end)];
}

function asFlushed(
  past: readonly KeyState[],
  flushed: FlushedState,
  wanted: (key: string) => boolean,
  now: number,
): FirstPaint {
  const mayHear = ([slug]: [string, number]) => wanted(`$sources.${slug}`);
  return {
    cursor: formatCursor(flushed.cursor ?? NOWHERE),
    full: true,
    values: past.map(thinned),
    removed: [],
    checked: Object.fromEntries(Object.entries(flushed.checked).filter(mayHear)),
    due: {},
    now,
  };
}

/** A page that goes on with these points holds as many of them later on. */
function thinned(state: KeyState): KeyState {
  return state.points === undefined ? state : { ...state, points: [...seenPoints(state.points)] };
}
