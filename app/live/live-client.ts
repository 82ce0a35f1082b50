import type { QueryClient } from "@tanstack/react-query";
import { cacheKeys, setLiveDefaults } from "./cache-keys";
import { browserTimers, ServerClock } from "./clock";
import type { LiveStatus } from "./live-status";

export interface LiveClientOptions {
  readonly queryClient: QueryClient;
  readonly workspaceId: string;
  readonly slug: string;
}

/** The live half of one workspace in one page: its connection, its patches to the query cache, its clock. */
export class LiveClient {
  readonly workspaceId: string;
  readonly clock = new ServerClock(browserTimers);
  readonly #queryClient: QueryClient;
  #status: LiveStatus = { state: "connecting", transport: "WebSocket", since: 0 };

  constructor({ queryClient, workspaceId }: LiveClientOptions) {
    setLiveDefaults(queryClient);
    this.#queryClient = queryClient;
    this.workspaceId = workspaceId;
  }

  /** Connects; what comes back disconnects. */
  start(): () => void {
    return () => {};
  }

  /** Keeps patterns subscribed, from the cursor that the caller's values are true at, until the returned call. */
  want(_patterns: readonly string[], _since: string | null, _range?: number): () => void {
    return () => {};
  }

  readonly subscribeStatus =
    (_listener: () => void): (() => void) =>
    () => {};
  readonly readStatus = (): LiveStatus => this.#status;

  /** The server's time of the first paint; this machine's where there was none. */
  readonly readPainted = (): number =>
    this.#queryClient.getQueryData<number>(cacheKeys.painted(this.workspaceId)) ?? this.clock.current();
}
