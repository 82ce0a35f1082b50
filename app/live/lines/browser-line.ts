import { nanoid } from "nanoid";
import { browserTimers } from "../clock";
import { LiveSocket } from "../live-socket";
import { openBrowserSocket } from "../socket";
import { bestLine } from "./best-line";
import { fetchCalls } from "./fetch-calls";
import { eventLine, pollingLine } from "./http-rungs";
import type { OpenLine } from "./line";

/** How a browser comes to `/live/:workspace`: over a WebSocket where there can be one, else by HTTP. */
export function browserLine(url: string): OpenLine {
  const timers = browserTimers;
  const calls = fetchCalls({
    url,
    reader: nanoid(),
    request: (address, init) => fetch(address, init),
    timers,
    needsTicket: () => !window.isSecureContext,
  });
  return bestLine({
    timers,
    watchNetwork(online) {
      window.addEventListener("online", online);
      return () => window.removeEventListener("online", online);
    },
    rungs: [
      (events) => new LiveSocket(url, openBrowserSocket, timers, events),
      eventLine({ calls, timers }),
      pollingLine({ calls, timers, isHidden: () => document.visibilityState === "hidden" }),
    ],
  });
}
