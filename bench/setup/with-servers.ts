import { stopChildren } from "../../scripts/steps/children.mjs";
import { onStop } from "../../scripts/steps/until-stopped.mjs";
import { undoing } from "./undoing";

/** Runs a measurement and ends all that it started, whatever happens. What `undo` is given is called at the end, last first. */
export async function withServers(work: (undo: (end: () => unknown) => void) => Promise<void>): Promise<void> {
  onStop(() => {});
  await undoing(async (undo) => {
    undo(stopChildren);
    // What is thrown where nobody waits, as by a socket's event, would end this process and leave its servers.
    const astray = new Promise<never>((_, reject) => {
      process.once("uncaughtException", reject);
      undo(() => process.off("uncaughtException", reject));
    });
    await Promise.race([work(undo), astray]);
  });
}
