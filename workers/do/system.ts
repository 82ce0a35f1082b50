import { customAlphabet } from "nanoid";
import type { Timers } from "../../core/ports";

/** The clock, chance and timers of the platform, as the core takes them. */
export const clock = { now: () => Date.now() };
export const random = { next: () => Math.random() };
export const newEpoch = customAlphabet("abcdefghijklmnopqrstuvwxyz", 8);

/** For a second at most, and for open responses: an object with a timer does not hibernate. */
export const timers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
