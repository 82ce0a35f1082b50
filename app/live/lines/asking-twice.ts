import type { Timers } from "../clock";
import type { HttpCalls } from "./http-calls";

/** What lost an answer may last a moment (milliseconds). */
const AGAIN_AFTER = 1_000;

/** Questions and frames are sent once more where there was no answer: one may get lost, and a frame has its id. */
export function askingTwice(calls: HttpCalls, timers: Timers): HttpCalls {
  return {
    welcome: (answered) => calls.welcome(answered),
    values: (keys, since, answered) => twice(timers, (told) => calls.values(keys, since, told), answered),
    say: (frame, answered) => twice(timers, (told) => calls.say(frame, told), answered),
    events: (keys, since, on) => calls.events(keys, since, on),
  };
}

type Told<T> = (answer: T | null) => void;

function twice<T>(timers: Timers, ask: (told: Told<T>) => () => void, answered: Told<T>): () => void {
  let cancel = ask((answer) => {
    if (answer !== null) return answered(answer);
    cancel = timers.after(AGAIN_AFTER, () => {
      cancel = ask(answered);
    });
  });
  return () => cancel();
}
