const words: Readonly<Record<string, string>> = {
  restarting: "The server is restarting.",
  "signed out": "You are signed out. Sign in again to go on.",
  session_expired: "Your session ended. Sign in again to go on.",
  session_revoked: "You were signed out. Sign in again to go on.",
  rights_changed: "Your rights here changed.",
  forbidden: "You may no longer see this workspace.",
  too_slow: "This connection could not keep up.",
  silent: "The server went silent.",
  rate_limited: "Too many messages were sent.",
  too_many_connections: "Too many pages are open. Close some and reload.",
  bad_frame: "This page and the server do not understand each other. Reload the page.",
};

/** Why a connection ended, for people; undefined where the code says no more than that it did. */
export function endingWords(reason: string | undefined): string | undefined {
  return reason !== undefined && Object.hasOwn(words, reason) ? words[reason] : undefined;
}
