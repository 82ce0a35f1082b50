import { useSyncExternalStore } from "react";
import { useLiveClient } from "./live-context";
import type { Still } from "./still";

const none = () => null;

/** What is shown in place of the present while the screen is held; null while it is not. */
export function useStill(): Still | null {
  const { hold } = useLiveClient();
  return useSyncExternalStore(hold.subscribe, hold.read, none);
}
