import { browserTimers } from "../clock";
import { LiveSocket } from "../live-socket";
import { Loadable } from "../loadable";
import { openBrowserSocket } from "../socket";
import { bestLine } from "./best-line";
import type { OpenLine } from "./line";
import { loadableLine } from "./loadable-line";

/** So long (milliseconds) after a line was opened the page has what it needed first. */
const CALM_AFTER = 2_000;

/** How a browser comes to `/live/:workspace`: over a WebSocket where there can be one, else by HTTP. */
export function browserLine(url: string): OpenLine {
  const timers = browserTimers;
  const http = new Loadable(async () => (await import("./browser-http-lines")).browserHttpLines(url));
  const open = bestLine({
    timers,
    watchNetwork(online) {
      window.addEventListener("online", online);
      return () => window.removeEventListener("online", online);
    },
    rungs: [
      (events) => new LiveSocket(url, openBrowserSocket, timers, events),
      loadableLine(http, ({ events }) => events),
      loadableLine(http, ({ polling }) => polling),
    ],
  });
  return (events) => {
    // Few pages need it. Those that do need it when their network lets nothing new through.
    timers.after(CALM_AFTER, () => void http.load());
    return open(events);
  };
}
