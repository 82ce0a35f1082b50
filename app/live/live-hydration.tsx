import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useLiveClient } from "./live-context";

interface LiveHydrationProps {
  readonly state: DehydratedState;
  readonly children: ReactNode;
}

/**
 * HydrationBoundary for a seeded loader answer. Where the cache is ahead of the answer its entries stay, but the past
 * that the answer brings still goes under the live tail: the next board may show a longer range of the same series.
 */
export function LiveHydration({ state, children }: LiveHydrationProps) {
  const client = useLiveClient();
  useEffect(() => client.absorb(state), [client, state]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
