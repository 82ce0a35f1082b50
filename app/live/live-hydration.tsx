import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, use, useEffect, useMemo } from "react";
import { FirstPaint, FirstPaintContext } from "./first-paint";
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
  const around = use(FirstPaintContext);
  const first = useMemo(() => new FirstPaint(around, state), [around, state]);
  return (
    <HydrationBoundary state={state}>
      <FirstPaintContext value={first}>{children}</FirstPaintContext>
    </HydrationBoundary>
  );
}
