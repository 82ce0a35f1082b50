import type { SourceHealth } from "../live-object";

/** What a list shows of a source's schedule. `hours`: of the past day, newest first. */
export interface HealthSummary {
  readonly callsPastHour: number;
  /** Upstream calls an hour at most; null where nothing bounds them. */
  readonly budget: number | null;
  readonly readers: number;
  readonly failedPastDay: number;
  readonly hours: readonly { readonly hour: number; readonly good: number; readonly failed: number }[];
}

export function healthSummary(health: SourceHealth, budget: number | null): HealthSummary {
  const { log, callsPastHour, readers } = health;
  return {
    callsPastHour,
    budget,
    readers,
    failedPastDay: log.hours.reduce((sum, { failed }) => sum + failed, 0),
    hours: log.hours.map(({ hour, good, failed }) => ({ hour, good, failed })),
  };
}
