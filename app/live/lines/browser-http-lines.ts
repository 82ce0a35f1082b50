import { nanoid } from "nanoid";
import { browserTimers } from "../clock";
import { fetchCalls } from "./fetch-calls";
import { eventLine, pollingLine } from "./http-rungs";
import type { OpenLine } from "./line";

/** The ways to `/live/:workspace` by HTTP. */
interface HttpLines {
  readonly events: OpenLine;
  readonly polling: OpenLine;
}

export function browserHttpLines(url: string): HttpLines {
  const timers = browserTimers;
  const calls = fetchCalls({
    url,
    reader: nanoid(),
    request: (address, init) => fetch(address, init),
    timers,
    needsTicket: () => !window.isSecureContext,
  });
  return {
    events: eventLine({ calls, timers }),
    polling: pollingLine({ calls, timers, isHidden: () => document.visibilityState === "hidden" }),
  };
}
