import { useSyncExternalStore } from "react";
import { useLiveClient } from "./live-context";
import type { LiveStatus } from "./live-status";

/** How the connection stands. Renders again when its state changes, not at each frame. */
export function useLiveStatus(): LiveStatus {
  const client = useLiveClient();
  return useSyncExternalStore(client.subscribeStatus, client.readStatus, client.readFirstStatus);
}
