import { defaultLimits } from "../../../core/hub/limits";
import { PROTOCOL_VERSION } from "../../../core/protocol/version";
import type { Welcome } from "../../../core/protocol/welcome";

/** What the server says to a member who comes. */
export function aWelcome(news: Partial<Welcome> = {}): Welcome {
  return {
    type: "welcome",
    version: PROTOCOL_VERSION,
    cursor: "epochaaa:0",
    principal: { kind: "member", id: "u1", name: "Ada", role: "owner" },
    limits: defaultLimits,
    pingEvery: 25_000,
    serverTime: 1_000_000,
    ...news,
  };
}
