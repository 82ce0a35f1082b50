import type { ServerClock } from "./clock";
import type { ConnectionState } from "./connection-state";
import type { LiveStatus } from "./live-status";

/** What the badge says of a connection. `before`: the status until now; `since` goes on where the word stays the same. */
export function statusOf(
  connection: ConnectionState,
  before: LiveStatus,
  clock: ServerClock,
  { sessionEnds, lag }: { readonly sessionEnds: number | null; readonly lag: number },
  readLastChange: () => number | null,
): LiveStatus {
  const word = wordOf(connection, lag);
  return {
    ...detailsOf(connection, clock),
    state: word,
    transport: connection.state === "open" ? connection.transport : before.transport,
    throughTab: connection.state === "open" && connection.throughTab,
    since: word === before.state && before.since > 0 ? before.since : clock.now(),
    ...(word === "behind" && { lag }),
    behindSince: word === "live" || word === "behind" ? undefined : (before.behindSince ?? clock.now()),
    ...(sessionEnds === null ? {} : { sessionEnds }),
    get lastChange() {
      return readLastChange() ?? undefined;
    },
  };
}

function wordOf(connection: ConnectionState, lag: number): LiveStatus["state"] {
  switch (connection.state) {
    case "idle":
      return "connecting";
    case "connecting":
      return connection.returning ? "reconnecting" : "connecting";
    case "open":
      if (connection.caughtUp) return lag > 0 ? "behind" : "live";
      return connection.returning ? "reconnecting" : "connecting";
    case "waiting":
      return "reconnecting";
    case "offline":
      return "offline";
    case "closed":
      return "closed";
  }
}

function detailsOf(
  connection: ConnectionState,
  clock: ServerClock,
): Pick<LiveStatus, "attempt" | "retryAt" | "reason" | "code"> {
  switch (connection.state) {
    case "idle":
    case "offline":
      return {};
    case "connecting":
      return { attempt: connection.attempt };
    case "open":
      return connection.refusal === null ? {} : { reason: connection.refusal };
    case "waiting":
      return {
        attempt: connection.attempt,
        retryAt: clock.toServer(connection.retryAt),
        reason: connection.reason,
      };
    case "closed":
      return { reason: connection.reason, code: connection.code };
  }
}
