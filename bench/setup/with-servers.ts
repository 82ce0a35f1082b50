import { stopChildren } from "../../scripts/steps/children.mjs";
import { onStop } from "../../scripts/steps/until-stopped.mjs";

/** Runs a measurement and ends all that it started, whatever happens. What `undo` is given is called at the end, last first. */
export async function withServers(work: (undo: (end: () => unknown) => void) => Promise<void>): Promise<void> {
  const ends: (() => unknown)[] = [];
  onStop(() => {});
  try {
    await work((end) => ends.unshift(end));
  } finally {
    for (const end of ends) await end();
    await stopChildren();
  }
}
