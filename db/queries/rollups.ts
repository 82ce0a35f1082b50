import { and, between, eq, gt, gte, isNull, lt, min, or, sql } from "drizzle-orm";
import * as v from "valibot";
import { MINUTE, minuteOf } from "../../core/history/block";
import { HOUR } from "../../core/history/resolution";
import { type Rollup, rollup as rollupBody } from "../../core/history/rollup";
import type { Database } from "../database";
import { liveCursor, pointBlock } from "../schema/live";
import { rollup, rollupMark } from "../schema/rollup";

/** Workspaces whose points are not summed up as far as `upTo`, the longest behind first, with how far they are. */
export async function workspacesBehind(db: Database, upTo: number, most: number) {
  return db
    .select({ id: liveCursor.workspaceId, upTo: rollupMark.upTo })
    .from(liveCursor)
    .leftJoin(rollupMark, eq(rollupMark.workspaceId, liveCursor.workspaceId))
    .where(or(isNull(rollupMark.upTo), lt(rollupMark.upTo, upTo)))
    .orderBy(sql`coalesce(${rollupMark.upTo}, 0)`)
    .limit(most);
}

/** When the oldest recorded point's minute began; null where nothing is recorded. */
export async function firstRecorded(db: Database, workspaceId: string): Promise<number | null> {
  const [row] = await db
    .select({ minute: min(pointBlock.minute) })
    .from(pointBlock)
    .where(eq(pointBlock.workspaceId, workspaceId));
  return typeof row?.minute === "number" ? row.minute * MINUTE : null;
}

/** The pages of which something was recorded from the one time to before the other, both whole minutes. */
export async function pagesRecorded(db: Database, workspaceId: string, from: number, to: number): Promise<number[]> {
  const rows = await db
    .selectDistinct({ page: pointBlock.page })
    .from(pointBlock)
    .where(and(eq(pointBlock.workspaceId, workspaceId), between(pointBlock.minute, minuteOf(from), minuteOf(to) - 1)));
  return rows.map(({ page }) => page);
}

/** The pages that were summed up in this step for the stretch that began at `start`. */
export async function pagesRolledUp(db: Database, workspaceId: string, step: number, from: number, to: number) {
  const rows = await db
    .selectDistinct({ page: rollup.page })
    .from(rollup)
    .where(
      and(eq(rollup.workspaceId, workspaceId), eq(rollup.step, step), gte(rollup.start, from), lt(rollup.start, to)),
    );
  return rows.map(({ page }) => page);
}

/** A page's row, whole: writing it again replaces it. */
export function writeRollup(db: Database, workspaceId: string, page: number, made: Rollup) {
  const { start, step } = made;
  const body = JSON.stringify(made);
  return db
    .insert(rollup)
    .values({ workspaceId, page, step, start, body })
    .onConflictDoUpdate({ target: [rollup.workspaceId, rollup.page, rollup.step, rollup.start], set: { body } });
}

/** Everything before `upTo` is summed up. */
export function markRolledUp(db: Database, workspaceId: string, upTo: number) {
  return db
    .insert(rollupMark)
    .values({ workspaceId, upTo })
    .onConflictDoUpdate({ target: rollupMark.workspaceId, set: { upTo } });
}

/** Points came late: from this time on it has to be done again. */
export function reopenRollups(db: Database, workspaceId: string, from: number) {
  return db
    .update(rollupMark)
    .set({ upTo: from })
    .where(and(eq(rollupMark.workspaceId, workspaceId), gt(rollupMark.upTo, from)));
}

/** Drops what is older: points before `raw`, sums a minute before `minutes`, sums an hour before `hours`. */
export async function dropHistory(
  db: Database,
  workspaceId: string,
  before: { readonly raw: number; readonly minutes: number; readonly hours: number },
): Promise<void> {
  const older = (step: number, time: number) =>
    db.delete(rollup).where(and(eq(rollup.workspaceId, workspaceId), eq(rollup.step, step), lt(rollup.start, time)));
  await db.batch([
    db
      .delete(pointBlock)
      .where(and(eq(pointBlock.workspaceId, workspaceId), lt(pointBlock.minute, minuteOf(before.raw)))),
    older(MINUTE, before.minutes),
    older(HOUR, before.hours),
  ]);
}

/** A series that a row does not have comes as null. */
const known = v.pipe(
  v.record(v.string(), v.nullable(v.unknown())),
  v.transform((v) => Object.fromEntries(Object.entries(v).filter(([, columns]) => columns !== null))),
);

export interface Rows {
  /** Milliseconds. */
  readonly step: number;
  /** The rows that begin from `from` to before `to`, in the order of their times. */
  readonly from: number;
  readonly to: number;
}

/** A page's rows, all of its series. */
export async function readRollups(db: Database, workspaceId: string, page: number, rows: Rows): Promise<Rollup[]> {
  const found = await db
    .select({ body: rollup.body })
    .from(rollup)
    .where(those(workspaceId, page, rows))
    .orderBy(rollup.start);
  return found.map(({ body }) => v.parse(rollupBody, JSON.parse(body)));
}

/** Of a page's rows these series only, taken out by D1: whole rows of a week would not fit into memory. */
export async function readSeries(
  db: Database,
  workspaceId: string,
  page: number,
  keys: readonly string[],
  rows: Rows,
): Promise<Rollup[]> {
  const pairs = sql.join(
    keys.map((key) => sql`${key}, json_extract(${rollup.body}, ${`$.v."${key}"`})`),
    sql`, `,
  );
  const found = await db
    .select({ start: rollup.start, v: sql<string>`json_object(${pairs})` })
    .from(rollup)
    .where(those(workspaceId, page, rows))
    .orderBy(rollup.start);
  return found.map(({ start, v: series }) =>
    v.parse(rollupBody, { start, step: rows.step, v: v.parse(known, JSON.parse(series)) }),
  );
}

function those(workspaceId: string, page: number, { step, from, to }: Rows) {
  return and(
    eq(rollup.workspaceId, workspaceId),
    eq(rollup.page, page),
    eq(rollup.step, step),
    gte(rollup.start, from),
    lt(rollup.start, to),
  );
}

/** Up to when a workspace's points are summed up; 0 where they never were. */
export async function rolledUpTo(db: Database, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ upTo: rollupMark.upTo })
    .from(rollupMark)
    .where(eq(rollupMark.workspaceId, workspaceId));
  return row?.upTo ?? 0;
}
