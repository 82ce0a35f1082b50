import type { EndingReason } from "../../live/connection-state";

/** What is said of a connection that ended: while the page tries to come back, or of one that is closed for good. */
const words: Readonly<Record<EndingReason, string>> = {
  restarting: "The server is restarting. This page tries again.",
  session_expired: "Your session ended. Sign in again to go on.",
  rights_changed: "Your rights here changed. This page starts afresh.",
  too_slow: "This page could not keep up. It comes back with the newest values.",
  epoch_changed: "The server's data was begun anew. This page starts afresh.",
  silent: "The server went silent. This page tries again.",
  rate_limited: "This page sent too many messages. This page tries again.",
  bad_frame: "This page and the server do not understand each other. Reload the page.",
  session_revoked: "You were signed out. Sign in again to go on.",
  forbidden: "You may no longer see this workspace.",
  too_many_connections: "Too many of your pages are open. Close some and reload this one.",
  version: "This page is of another version than the server. Reload the page.",
  "signed out": "Your session ended. Sign in again to go on.",
  lost: "The connection was lost. This page tries again.",
  ended: "The server ended this connection for good. Reload the page.",
};

/** Why a connection ended, for people; undefined where nothing has ended. */
export function endingWords(reason: string | undefined): string | undefined {
  return isKnown(reason) ? words[reason] : undefined;
}

function isKnown(reason: string | undefined): reason is EndingReason {
  return reason !== undefined && Object.hasOwn(words, reason);
}
