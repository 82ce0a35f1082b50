import type { Look } from "../../core/sources/look";

/** A source that holds nothing yet, at one moment: 2026-11-21, 12:00 UTC. */
export const firstLook: Look = { now: () => 1_795_262_400_000, held: () => undefined, lookedAt: null, trial: false };
