import type { SourceHealth } from "../live-object";

/** What a list shows of a source's schedule. `hours`: of the past day, newest first. */
export interface HealthSummary {
  readonly callsPastHour: number;
  /** Upstream calls an hour at its pace, and at most; null where nothing bounds them. */
  readonly callsAtPace: number;
  readonly budget: number | null;
  readonly readers: number;
  readonly failedPastDay: number;
  readonly hours: readonly { readonly hour: number; readonly good: number; readonly failed: number }[];
}

export function healthSummary(health: SourceHealth, budget: number | null): HealthSummary {
  const { log, callsPastHour, pace, readers } = health;
  return {
    callsPastHour,
    callsAtPace: Math.max(1, Math.round(3_600_000 / pace)),
    budget,
    readers,
    failedPastDay: log.hours.reduce((sum, { failed }) => sum + failed, 0),
    hours: log.hours.map(({ hour, good, failed }) => ({ hour, good, failed })),
  };
}
