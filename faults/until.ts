import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds: what recovers does so in a fraction of it, also beside much other work. */
const LIMIT = 240_000;

/** Resolves when nothing is missing any more; throws with what still is. */
export async function until(missing: () => string | null | Promise<string | null>, every = 100): Promise<void> {
  const deadline = performance.now() + LIMIT;
  for (let what = await missing(); what !== null; what = await missing()) {
    if (performance.now() > deadline) throw new Error(`after ${LIMIT / 1_000} s still: ${what}`);
    await pause(every);
  }
}
