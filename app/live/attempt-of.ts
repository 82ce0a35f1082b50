import type { ConnectionState } from "./connection-state";

/** How many tries in a row came to nothing before this state. */
export function attemptOf(state: ConnectionState): number {
  switch (state.state) {
    case "connecting":
    case "open":
    case "waiting":
      return state.attempt;
    case "idle":
    case "offline":
    case "closed":
      return 0;
  }
}
