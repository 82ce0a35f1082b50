import type { Timers } from "./clock";

/** So often (milliseconds) the two clocks are compared. */
const EVERY = 5_000;
/** So far apart (milliseconds) no clock drifts between two looks, nor is it slewed. */
const JUMP = 2_000;

/**
 * Notices that this machine's clock was set, or that the machine slept, which stops the steady clock of most browsers.
 * Late timers tell neither: those of a hidden page are late by a minute.
 *
 * @param steady milliseconds by a clock that nobody sets
 */
export function watchClock(timers: Timers, steady: () => number, jumped: () => void): () => void {
  let apart = timers.now() - steady();
  let cancel = () => {};
  const look = () => {
    const now = timers.now() - steady();
    const isJump = Math.abs(now - apart) > JUMP;
    apart = now;
    cancel = timers.after(EVERY, look);
    if (isJump) jumped();
  };
  look();
  return () => cancel();
}
