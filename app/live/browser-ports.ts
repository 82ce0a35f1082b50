import { browserTimers } from "./clock";
import { pointsFetcher } from "./fetch-points";
import type { LiveClientPorts } from "./live-client";
import { probeSession } from "./session-probe";
import { openBrowserSocket } from "./socket";
import { watchPage } from "./watch-page";

/** The browser around a workspace's live client. Touches nothing of it before the client starts: servers make it too. */
export function browserPorts(slug: string): LiveClientPorts {
  const request: typeof fetch = (input, init) => fetch(input, init);
  return {
    url: `/live/${slug}`,
    openSocket: openBrowserSocket,
    timers: browserTimers,
    random: { next: () => Math.random() },
    isOnline: () => navigator.onLine,
    watchPage,
    probe: () => probeSession(slug, request),
    beforePaint(callback) {
      const frame = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(frame);
    },
    fetchPoints: pointsFetcher(slug, request),
    warn: (error) => console.warn(error),
  };
}
