import type { Transport } from "./lines/line";

/** What the header's badge says. Times are milliseconds since 1970 by the server's clock. */
export interface LiveStatus {
  readonly state: "connecting" | "live" | "behind" | "reconnecting" | "offline" | "closed";
  readonly transport: Transport;
  /** Another tab of this browser has the line to the server. */
  readonly throughTab?: boolean;
  /** When this state began. */
  readonly since: number;
  /** Since when changes may have been missed; undefined while it is live or behind, when they come late. */
  readonly behindSince?: number | undefined;
  /** How late changes arrive, in milliseconds, while it is behind. */
  readonly lag?: number;
  /** How many tries in a row came to nothing. */
  readonly attempt?: number;
  /** When the next try is due. */
  readonly retryAt?: number;
  /** Why it is closed, or why the last connection ended. */
  readonly reason?: string;
  /** Once it is closed: one of the protocol's close codes. */
  readonly code?: number;
  /** When the session ends, once that is less than a minute away and nobody has signed in again. */
  readonly sessionEnds?: number;
  /** When the last change was applied. Read it when it is shown: it moves without a render. */
  readonly lastChange?: number | undefined;
}
