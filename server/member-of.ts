import type { Principal } from "../core/live-object";
import type { Role } from "../core/protocol/welcome";
import type { Session } from "./contexts";

/** The principal of a signed-in person in a workspace where they have this role. */
export function memberOf(session: Session, role: Role): Extract<Principal, { kind: "member" }> {
  return {
    kind: "member",
    userId: session.user.id,
    name: session.user.name,
    role,
    sessionId: session.id,
    sessionEnds: session.expiresAt.getTime(),
  };
}
