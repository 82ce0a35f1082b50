import type { Random } from "../../core/ports";
import type { Timers } from "./clock";
import type { OpenLine } from "./lines/line";
import type { SessionAnswer } from "./session-probe";
import type { Sink } from "./sink";

/** What the page tells: it is online or offline, it is seen again, nobody sees it any more. */
export interface PageEvents {
  online(): void;
  offline(): void;
  visible(): void;
  hidden?(): void;
}

export interface ConnectionPorts {
  readonly openLine: OpenLine;
  readonly timers: Timers;
  readonly random: Random;
  readonly isOnline: () => boolean;
  readonly watchPage: (events: PageEvents) => () => void;
  readonly probe: () => Promise<SessionAnswer>;
  /** The page and the server are of different versions: no try of this page will be answered. */
  readonly otherVersion: () => void;
  readonly sink: Sink;
}
