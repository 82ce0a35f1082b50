import { backOff } from "../../live/back-off";
import { Loadable } from "../../live/loadable";

const random = { next: () => Math.random() };

/** Code that a page does without until it is here. Where it cannot be loaded it is tried again, after growing waits. */
export function laterCode<T>(load: () => Promise<T>): Loadable<T> {
  return new Loadable(() => untilHere(load, 0));
}

async function untilHere<T>(load: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await load();
  } catch {
    // Most often the server is away, of which the header's badge tells.
    await new Promise((done) => setTimeout(done, backOff(tries + 1, random)));
    return untilHere(load, tries + 1);
  }
}
