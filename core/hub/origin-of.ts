import type { Origin } from "../keys/key-log";
import type { Principal } from "../live-object";

/** Who writes, as logs of changes keep it. */
export function originOf(principal: Principal): Origin {
  switch (principal.kind) {
    case "member":
      return { how: "person", name: principal.name };
    case "key":
      return { how: principal.via ?? "key", name: principal.name };
    case "visitor":
      return { how: "beacon" };
  }
}
