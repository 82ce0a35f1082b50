import type { Principal } from "../live-object";
import { type Cursor, formatCursor } from "../protocol/cursor";
import { PROTOCOL_VERSION } from "../protocol/version";
import type { Welcome } from "../protocol/welcome";
import { type Limits, PING_EVERY } from "./limits";

export function welcomeOf(principal: Principal, cursor: Cursor, limits: Limits, now: number): Welcome {
  return {
    type: "welcome",
    version: PROTOCOL_VERSION,
    cursor: formatCursor(cursor),
    principal: introduce(principal),
    limits,
    pingEvery: PING_EVERY,
    serverTime: now,
    ...(principal.kind === "member" ? { sessionEnds: principal.sessionEnds } : {}),
  };
}

function introduce(principal: Principal): Welcome["principal"] {
  switch (principal.kind) {
    case "member":
      return { kind: principal.kind, id: principal.userId, name: principal.name, role: principal.role };
    case "key":
      return { kind: principal.kind, id: principal.keyId, name: principal.name };
    case "visitor":
      return { kind: principal.kind, id: "visitor", name: "Visitor" };
  }
}
