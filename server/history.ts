import { createLTTB } from "downsample";
import { mayRead, readableKeys } from "../core/access/access";
import { MINUTE, minuteOf, pointsOf } from "../core/history/block";
import { DAY, HOUR, stepFor } from "../core/history/resolution";
import { coarser, type Rollup, rollUp, type Summary, summariesOf } from "../core/history/rollup";
import { thin } from "../core/history/thin";
import { sourceOf } from "../core/keys/name";
import type { Principal } from "../core/live-object";
import type { Point } from "../core/protocol/parts";
import { type Database, openDatabase } from "../db/database";
import { readBlocks, readFlushed } from "../db/queries/live-values";
import { readSeries, rolledUpTo } from "../db/queries/rollups";
import { readEnv } from "./env";
import { type Held, heldBefore } from "./held-before";

export interface HistoryRequest {
  readonly env: Env;
  readonly workspaceId: string;
  readonly principal: Principal;
  readonly keys: readonly string[];
  /** Milliseconds since 1970; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** Points of a series at most, 2 to 2,000. */
  readonly most: number;
  readonly now: number;
  /** Whether what the series were when the stretch began is wanted, too. */
  readonly withHeld?: boolean;
}

/** `step` null: points as they were recorded, [time, value or null]. Otherwise what each step of so many milliseconds came to. */
export type History = { readonly held: ReadonlyMap<string, Held> } & (
  | { readonly step: null; readonly points: Readonly<Record<string, readonly Point[]>> }
  | { readonly step: number; readonly summaries: Readonly<Record<string, readonly [at: number, Summary][]>> }
);

const largestTriangles = createLTTB<[number, number]>({ x: ([at]) => at, y: ([, value]) => value });

type Summed = [at: number, Summary];

/** What is recorded of these series in a stretch of time, as finely as `most` points each allow. */
export async function history(request: HistoryRequest): Promise<History> {
  const { env, workspaceId, principal, from, to, most, now, withHeld = false } = request;
  const readable = readableKeys(principal, request.keys);
  const keys = request.keys.filter((key) => mayRead(readable, key));
  const db = openDatabase(env.DB);
  const flushed = await readFlushed(db, workspaceId, [
    ...new Set(keys.map(sourceOf)),
    ...(withHeld ? ["$sources"] : []),
  ]);
  const holding = flushed.pages
    .map((page) => ({ page: page.page, flushed: page, keys: keys.filter((key) => Object.hasOwn(page.keys, key)) }))
    .filter((one) => one.keys.length > 0);
  const stretch = { db, workspaceId, from, to };
  const step = stepFor(from, to, most, now - readEnv(env).retention.rawHours * HOUR);
  const start = { db, workspaceId, flushed, now, from: step === null ? from : floor(from, step) };
  const heldThen = async () =>
    new Map((await Promise.all(holding.map((one) => heldBefore(start, one.flushed, one.keys)))).flat());
  const held = withHeld ? heldThen() : nothing;
  if (step === null) {
    const [known, found] = await Promise.all([held, Promise.all(holding.map((page) => recorded(stretch, page, most)))]);
    return { step, points: ofAll(keys, found.flat()), held: known };
  }
  const [known, found] = await Promise.all([held, Promise.all(holding.map((page) => summed(stretch, page, step)))]);
  return { step, summaries: ofAll(keys, found.flat()), held: known };
}

const nothing: ReadonlyMap<string, Held> = new Map();

interface Stretch {
  readonly db: Database;
  readonly workspaceId: string;
  readonly from: number;
  readonly to: number;
}

interface Holding {
  readonly page: number;
  readonly keys: readonly string[];
}

async function recorded({ db, workspaceId, from, to }: Stretch, { page, keys }: Holding, most: number) {
  const blocks = await readBlocks(db, workspaceId, [page], { from: minuteOf(from), to: minuteOf(to) });
  return keys.map((key): [string, readonly Point[]] => {
    const points = pointsOf(blocks, key).filter(([at]) => at >= from && at < to);
    return [key, thin(points, most, largestTriangles)];
  });
}

/** Days that are over in hours, hours that are over in minutes, the rest from the points themselves. */
async function summed({ db, workspaceId, from, to }: Stretch, { page, keys }: Holding, step: number) {
  const start = floor(from, step);
  const done = await rolledUpTo(db, workspaceId);
  const days = step % HOUR === 0 ? Math.min(to, floor(done, DAY)) : start;
  const byHour = Math.max(start, days);
  const byMinute = Math.max(byHour, Math.min(to, done));
  const [hours, minutes, points] = await Promise.all([
    step % HOUR === 0 ? read(floor(start, DAY), days, HOUR) : [],
    read(floor(byHour, HOUR), byMinute, MINUTE),
    byMinute < to ? readBlocks(db, workspaceId, [page], { from: minuteOf(byMinute), to: minuteOf(to - 1) }) : [],
  ]);
  const rest = rollUp(points, { start: byMinute, step: MINUTE, steps: Math.ceil((to - byMinute) / MINUTE) });
  const span = { start, step, steps: Math.ceil((to - start) / step) };
  const all = coarser(
    [...hours, ...minutes, rest].map((one) => only(one, keys)),
    span,
  );
  return keys.map((key): [string, Summed[]] => [key, summariesOf(all, key)]);

  function read(first: number, end: number, of: number): Promise<Rollup[]> {
    return first < end
      ? readSeries(db, workspaceId, page, keys, { step: of, from: first, to: end })
      : Promise.resolve([]);
  }
}

function only({ v, ...rest }: Rollup, keys: readonly string[]): Rollup {
  return { ...rest, v: Object.fromEntries(Object.entries(v).filter(([key]) => keys.includes(key))) };
}

function ofAll<T>(keys: readonly string[], found: readonly (readonly [string, readonly T[]])[]) {
  const known = new Map(found);
  return Object.fromEntries(keys.map((key): [string, readonly T[]] => [key, known.get(key) ?? []]));
}

function floor(at: number, step: number): number {
  return at - (at % step);
}
