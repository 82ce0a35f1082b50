import { openDatabase } from "../db/database";
import { deleteRemovedRules } from "../db/queries/alert-rules";
import { deleteRemovedBoards } from "../db/queries/boards";
import { deleteExpiredRows } from "../db/queries/expired-rows";
import { workspacesToPoke } from "../db/queries/live-overdue";
import { deleteRemovedSources } from "../db/queries/sources";
import { readEnv } from "../server/env";
import { liveObject } from "../server/live-object";
import { log } from "../server/log";
import { rollUpDue } from "../server/roll-up";
import { reseal } from "../server/secrets/reseal";

/**
 * Objects that have not flushed for this long although they have a source (milliseconds) may have lost their alarm; those
 * that did so far ahead of now may wait for one that is as far: the clock was set back.
 */
const SILENT_FOR = 5 * 60_000;
/** What one run sums up at most: hours of recorded points, of so many workspaces. */
const ROLL_UPS = { workspaces: 50, hours: 100 };
/** The removal of a source can be undone for so long (milliseconds). */
const REMOVED_FOR = 24 * 60 * 60_000;
/** Expired rows that one run deletes at most, of each table. */
const ROWS_A_RUN = 1_000;

/** Each minute. What fails is logged and does not keep the rest waiting. */
export const scheduled: ExportedHandlerScheduledHandler<Env> = async ({ scheduledTime }, env) => {
  await Promise.all([
    poke(env, scheduledTime),
    sumUp(env, scheduledTime),
    ...(isFullHour(scheduledTime) ? hourly(env, scheduledTime) : []),
  ]);
};

/** Wakes objects that should be awake and are not heard of. */
async function poke(env: Env, now: number): Promise<void> {
  const workspaces = await workspacesToPoke(openDatabase(env.DB), [
    new Date(now - SILENT_FOR),
    new Date(now + SILENT_FOR),
  ]);
  const poked = await Promise.allSettled(workspaces.map((id) => liveObject(env, id).poke()));
  for (const [i, result] of poked.entries()) {
    if (result.status === "rejected")
      log.error("poke_failed", { workspace: workspaces[i], cause: String(result.reason) });
  }
}

/** In a minute in which no hour has become due this is one small query. */
async function sumUp(env: Env, now: number): Promise<void> {
  try {
    await rollUpDue(openDatabase(env.DB), now, readEnv(env).retention, ROLL_UPS);
  } catch (error) {
    log.error("roll_up_failed", { error });
  }
}

/**
 * Once an hour is enough, and less to pay: no index knows the times, since it would cost a row with every sign-in, so
 * each look reads the whole tables.
 */
function isFullHour(now: number): boolean {
  return new Date(now).getUTCMinutes() === 0;
}

function hourly(env: Env, now: number): Promise<void>[] {
  return [cleanUp(env, now), resealSecrets(env), forgetRemoved(env, now)];
}

/** From now on their removal cannot be undone. */
async function forgetRemoved(env: Env, now: number): Promise<void> {
  const [db, before] = [openDatabase(env.DB), new Date(now - REMOVED_FOR)];
  try {
    const [sources, boards] = [await deleteRemovedSources(db, before), await deleteRemovedBoards(db, before)];
    const alerts = await deleteRemovedRules(db, before);
    if (sources + boards + alerts > 0) log.info("removed_deleted", { sources, boards, alerts });
  } catch (error) {
    log.error("removed_kept", { error });
  }
}

async function resealSecrets(env: Env): Promise<void> {
  try {
    await reseal(env);
  } catch (error) {
    log.error("secrets_not_resealed", { error });
  }
}

async function cleanUp(env: Env, now: number): Promise<void> {
  try {
    const deleted = await deleteExpiredRows(openDatabase(env.DB), new Date(now), ROWS_A_RUN);
    if (Object.values(deleted).some((rows) => rows > 0)) log.info("expired_rows_deleted", { ...deleted });
  } catch (error) {
    log.error("expired_rows_kept", { error });
  }
}
