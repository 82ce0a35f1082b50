import type { Bye } from "../../../core/protocol/bye";
import type { Down } from "../../../core/protocol/down";
import type { Up } from "../../../core/protocol/up";
import type { Welcome } from "../../../core/protocol/welcome";
import type { Ending } from "../connection-state";

/** What carries the frames. */
export type Transport = "WebSocket" | "SSE" | "polling";

/** Any frame after the welcome but `bye`, which becomes an ending. */
export type LineFrame = Exclude<Down, Welcome | Bye>;

/** What a line tells. Nothing before it was opened, nothing after it ended or was closed. */
export interface LineEvents {
  /**
   * The far end knows this reader and nothing that it wants, so that everything is to be asked (again). It comes first,
   * and once more where another line has taken this one's place underneath. `throughTab`: another tab of this browser
   * has the line, and passes the frames on.
   */
  welcomed(frame: Welcome, transport: Transport, throughTab?: boolean): void;
  received(frame: LineFrame): void;
  /** Once, and nothing after it. */
  ended(ending: Ending): void;
}

/** One way to the workspace's live object, from opening to its end. Frames go up in the order in which they are sent. */
export interface Line {
  send(frame: Up): void;
  /** Closes without an ending: whoever calls this knows. */
  close(code: number, reason: string): void;
  /** The far end owes an answer for too long. */
  giveUp(): void;
  /** The page is seen again: was anything missed meanwhile? */
  check(): void;
}

export type OpenLine = (events: LineEvents) => Line;
