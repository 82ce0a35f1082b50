import { MINUTE, minuteOf } from "../core/history/block";
import { DAY, HOUR, ROLL_UP_GRACE } from "../core/history/resolution";
import { coarser, rollUp } from "../core/history/rollup";
import type { Database } from "../db/database";
import { readBlocks } from "../db/queries/live-values";
import {
  dropHistory,
  firstRecorded,
  markRolledUp,
  pagesRecorded,
  pagesRolledUp,
  readRollups,
  workspacesBehind,
  writeRollup,
} from "../db/queries/rollups";
import type { Retention } from "./retention-setting";

/** Of one run, so that it ends within the time that a scheduled handler has: what is left waits for the next. */
interface Bounds {
  readonly workspaces: number;
  readonly hours: number;
}

/**
 * Sums up each workspace's hours that are over, the longest waiting first, at most so many; with each day that is over
 * it sums the day up in hours and drops what is older than is kept. An hour is marked as done after its rows are
 * written, and doing it again replaces them, so a run may be cut off anywhere. Gives how many hours it did.
 */
export async function rollUpDue(db: Database, now: number, kept: Retention, bounds: Bounds): Promise<number> {
  const upTo = floor(now - ROLL_UP_GRACE, HOUR);
  let left = bounds.hours;
  for (const { id, upTo: done } of await workspacesBehind(db, upTo, bounds.workspaces)) {
    const first = done ?? (await firstRecorded(db, id));
    // Nothing was recorded yet, so there is nothing to go back for.
    if (first === null) await markRolledUp(db, id, upTo);
    for (let hour = floor(first ?? upTo, HOUR); hour < upTo && left > 0; hour += HOUR, left--) {
      await rollUpHour(db, id, hour);
      if ((hour + HOUR) % DAY === 0) await endDay(db, id, hour + HOUR, kept);
      await markRolledUp(db, id, hour + HOUR);
    }
  }
  return bounds.hours - left;
}

/** One page after the other: all blocks of a large workspace's hour would not fit into memory. */
async function rollUpHour(db: Database, workspaceId: string, start: number): Promise<void> {
  const span = { start, step: MINUTE, steps: HOUR / MINUTE };
  for (const page of await pagesRecorded(db, workspaceId, start, start + HOUR)) {
    const minutes = { from: minuteOf(start), to: minuteOf(start + HOUR) - 1 };
    await writeRollup(db, workspaceId, page, rollUp(await readBlocks(db, workspaceId, [page], minutes), span));
  }
}

async function endDay(db: Database, workspaceId: string, end: number, kept: Retention): Promise<void> {
  const start = end - DAY;
  const span = { start, step: HOUR, steps: DAY / HOUR };
  for (const page of await pagesRolledUp(db, workspaceId, MINUTE, start, end)) {
    const hours = await readRollups(db, workspaceId, page, { step: MINUTE, from: start, to: end });
    await writeRollup(db, workspaceId, page, coarser(hours, span));
  }
  await dropHistory(db, workspaceId, {
    raw: end - kept.rawHours * HOUR,
    minutes: end - kept.minuteDays * DAY,
    hours: end - kept.hourDays * DAY,
  });
}

function floor(at: number, step: number): number {
  return at - (at % step);
}
