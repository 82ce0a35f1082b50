import { Cron as Pattern } from "croner";
import type { Cron, NextTime } from "../core/sources/plan";

const known = new Map<string, Pattern>();
const MOST = 1_000;

/** Cron of five parts, by the clock of a zone of the IANA database: summer time and all. Null for what names no time. */
export const nextTime: NextTime = (cron, after) => {
  const pattern = patternOf(cron);
  return typeof pattern === "string" ? null : (pattern.nextRun(new Date(after))?.getTime() ?? null);
};

/** Why this names no times after `now`; null when it does. */
export function cronProblem(cron: Cron, now: number): string | null {
  const pattern = patternOf(cron);
  if (typeof pattern === "string") return pattern;
  return pattern.nextRun(new Date(now)) === null ? "It names no time that is to come." : null;
}

function patternOf(cron: Cron): Pattern | string {
  const name = JSON.stringify([cron.expression, cron.zone]);
  const before = known.get(name);
  if (before) return before;
  if (!isZone(cron.zone)) return "There is no such time zone; write one such as Europe/Berlin or UTC.";
  try {
    const pattern = new Pattern(cron.expression, { timezone: cron.zone, mode: "5-part", paused: true });
    if (known.size >= MOST) known.clear();
    known.set(name, pattern);
    return pattern;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return "Five parts: minute, hour, day, month, day of the week; such as 30 7 * * 1-5.";
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
