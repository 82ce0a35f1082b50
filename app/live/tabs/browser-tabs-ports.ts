import { nanoid } from "nanoid";
import { browserTimers } from "../clock";
import { openBrowserChannel } from "./channels";
import { browserLocks } from "./locks";
import type { TabsPorts } from "./tabs-ports";

export const browserTabsPorts: TabsPorts = {
  canShare: () => "locks" in navigator && "BroadcastChannel" in window,
  locks: browserLocks,
  openChannel: openBrowserChannel,
  timers: browserTimers,
  newId: () => nanoid(),
  isSeen: () => document.visibilityState === "visible",
  watchLeaving(left) {
    window.addEventListener("pagehide", left);
    return () => window.removeEventListener("pagehide", left);
  },
};
