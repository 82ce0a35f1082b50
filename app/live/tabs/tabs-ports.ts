import type { Timers } from "../clock";
import type { OpenChannel } from "./channels";
import type { Locks } from "./locks";

/** The browser as its tabs see it. */
export interface TabsPorts {
  /** Whether this browser, and this page in it, has locks and channels: locks are for pages over https only. */
  readonly canShare: () => boolean;
  readonly locks: Locks;
  readonly openChannel: OpenChannel;
  readonly timers: Timers;
  /** A text that was never given before, in any tab. */
  readonly newId: () => string;
  /** Whether somebody looks at this page. */
  readonly isSeen: () => boolean;
  /** Calls back when the page is left, until the returned call: what it holds then would keep it from being kept. */
  readonly watchLeaving: (left: () => void) => () => void;
}
