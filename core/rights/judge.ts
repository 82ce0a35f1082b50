import type { Principal } from "../live-object";
import type { CloseReason } from "../protocol/bye";
import type { Role } from "../protocol/welcome";

type MemberPrincipal = Extract<Principal, { kind: "member" }>;

/** What the accounts say of one session now. */
export interface SessionRights {
  readonly sessionId: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly ends: number;
  /** The person's role in the workspace; null for no member of it. */
  readonly role: Role | null;
}

export interface Verdict {
  readonly why: CloseReason;
  readonly reason: string;
}

/** What was found of those who are connected: sessions by their ids, and the keys that are not revoked. */
export interface Found {
  readonly sessions: ReadonlyMap<string, SessionRights>;
  readonly keys: ReadonlySet<string>;
}

/** Why a connection may not go on as who it came as; null where nothing changed for it. */
export function judge(principal: Principal, found: Found, now: number): Verdict | null {
  switch (principal.kind) {
    case "member":
      return judgeMember(principal, found.sessions.get(principal.sessionId), now);
    case "key":
      return found.keys.has(principal.keyId) ? null : { why: "session_revoked", reason: "the key was revoked" };
    // They have no rights to lose.
    case "visitor":
      return null;
  }
}

/** `found`: none, no such session. */
function judgeMember(principal: MemberPrincipal, found: SessionRights | undefined, now: number): Verdict | null {
  if (found?.userId !== principal.userId) return { why: "session_revoked", reason: "signed out" };
  if (found.ends <= now) return { why: "session_expired", reason: "session expired" };
  if (found.role === null) return { why: "forbidden", reason: "no longer a member" };
  // A session that was cut short counts too: it comes back and is told its new end.
  const same = found.role === principal.role && found.ends === principal.sessionEnds;
  return same ? null : { why: "rights_changed", reason: "your rights changed" };
}
