import type { Freshness } from "../../../core/freshness/freshness";

const bySeverity: readonly Freshness[] = ["failing", "stale", "late", "waiting", "paused", "fresh"];

/** What a panel of several sources may say of itself: the worst of them; fresh when it needs none. */
export function worstFreshness(states: readonly Freshness[]): Freshness {
  return bySeverity.find((state) => states.includes(state)) ?? "fresh";
}

/** Whether a value in this state is dimmed: it may no longer be true. */
export function isOld(state: Freshness): boolean {
  return state === "failing" || state === "stale" || state === "waiting";
}
