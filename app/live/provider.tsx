import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { browserPorts } from "./browser-ports";
import { browserTimers } from "./clock";
import { historyFetcher } from "./history/fetch-history";
import { HistoryContext } from "./history/history-context";
import { HistoryLoader } from "./history/history-loader";
import { LiveClient } from "./live-client";
import { LiveContext } from "./live-context";

interface LiveProviderProps {
  readonly workspaceId: string;
  readonly slug: string;
  /** Who is signed in: an id. Visitors have none, and each of their tabs a line of its own. */
  readonly person?: string;
  readonly children: ReactNode;
}

/** One connection for everything live below it. It opens after hydration, in the browser only, and closes on unmount. */
export function LiveProvider(props: LiveProviderProps) {
  // Another workspace is another client: its cache entries, connection and clock have nothing in common with the last.
  return <OneWorkspace key={props.workspaceId} {...props} />;
}

function OneWorkspace({ workspaceId, slug, person, children }: LiveProviderProps) {
  const queryClient = useQueryClient();
  const [client] = useState(() => {
    const sharers = person === undefined ? null : { workspace: workspaceId, person };
    return new LiveClient(queryClient, workspaceId, browserPorts(slug, sharers));
  });
  const [history] = useState(() => {
    const fetchHistory = historyFetcher(slug, (input, init) => fetch(input, init));
    return new HistoryLoader(fetchHistory, browserTimers);
  });
  useEffect(() => client.start(), [client]);
  return (
    <LiveContext value={client}>
      <HistoryContext value={history}>{children}</HistoryContext>
    </LiveContext>
  );
}
