import { createContext, useContext } from "react";
import type { LiveClient } from "./live-client";

export const LiveContext = createContext<LiveClient | null>(null);

/** The live client of the workspace around. Throws outside of a LiveProvider. */
export function useLiveClient(): LiveClient {
  const client = useContext(LiveContext);
  if (!client) throw new Error("Live hooks work inside <LiveProvider> only.");
  return client;
}
