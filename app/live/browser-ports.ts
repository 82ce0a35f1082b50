import { nanoid } from "nanoid";
import { flushSync } from "react-dom";
import { PUBLIC_WORKSPACE } from "../../core/public-workspace";
import { browserTimers } from "./clock";
import { pointsFetcher } from "./fetch-points";
import { browserLine } from "./lines/browser-line";
import type { LiveClientPorts } from "./live-client";
import { browserReload, reloadOnce } from "./reload-once";
import { probeSession } from "./session-probe";
import { browserTabsPorts } from "./tabs/browser-tabs-ports";
import { type Sharers, shareLine } from "./tabs/share-line";
import { watchPage } from "./watch-page";

/**
 * The browser around a workspace's live client. Touches nothing of it before the client starts: servers make it too.
 *
 * @param sharers whose tabs share a line; null where each has its own
 */
export function browserPorts(slug: string, sharers: Sharers | null): LiveClientPorts {
  // The signed-out page has no session to lose and no history to ask.
  const isVisitor = slug === PUBLIC_WORKSPACE;
  const request: typeof fetch = (input, init) => fetch(input, init);
  const openLine = browserLine(`/live/${slug}`);
  return {
    openLine: sharers ? shareLine(browserTabsPorts, sharers, openLine) : openLine,
    timers: browserTimers,
    random: { next: () => Math.random() },
    isOnline: () => navigator.onLine,
    watchPage,
    probe: isVisitor ? async () => ({ is: "unknown" }) : () => probeSession(slug, request),
    otherVersion: () => reloadOnce(browserReload),
    beforePaint(callback) {
      const frame = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(frame);
    },
    flush: (work) => flushSync(work),
    fetchPoints: isVisitor ? async () => new Map() : pointsFetcher(slug, request),
    newId: () => nanoid(),
    report: (error) => reportError(error),
  };
}
