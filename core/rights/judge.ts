import type { Principal } from "../live-object";
import type { CloseReason } from "../protocol/bye";
import type { Role } from "../protocol/welcome";

export type MemberPrincipal = Extract<Principal, { kind: "member" }>;

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

/** Why a connection may not go on as who it came as; null where nothing changed for it. `found`: none, no such session. */
export function judge(principal: MemberPrincipal, found: SessionRights | undefined, now: number): Verdict | null {
  if (found?.userId !== principal.userId) return { why: "session_revoked", reason: "signed out" };
  if (found.ends <= now) return { why: "session_expired", reason: "session expired" };
  if (found.role === null) return { why: "forbidden", reason: "no longer a member" };
  // A session that was cut short counts too: it comes back and is told its new end.
  const same = found.role === principal.role && found.ends === principal.sessionEnds;
  return same ? null : { why: "rights_changed", reason: "your rights changed" };
}
