import type { Principal } from "../../core/live-object";

/** What connections are counted by: a person, a key, or for visitors an address. Also the tag of their sockets. */
export function ownerOf(principal: Principal): string {
  switch (principal.kind) {
    case "member":
      return `u:${principal.userId}`;
    case "key":
      return `k:${principal.keyId}`;
    case "visitor":
      return `v:${principal.address}`;
  }
}
