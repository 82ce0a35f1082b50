import { QueryClient } from "@tanstack/react-query";
import { cacheKeys, cacheKinds, setLiveDefaults } from "./cache-keys";

/** The page's copy as it stood at one moment: what is read while the screen is held. Shares the values, copies none. */
export class Still {
  readonly queryClient = new QueryClient();
  /** The server's time of that moment. */
  readonly at: number;
  readonly #from: QueryClient;
  readonly #workspaceId: string;

  constructor(from: QueryClient, workspaceId: string, at: number) {
    this.at = at;
    this.#from = from;
    this.#workspaceId = workspaceId;
    setLiveDefaults(this.queryClient);
    for (const kind of cacheKinds) {
      const entries = from.getQueryCache().findAll({ queryKey: cacheKeys.workspace(kind, workspaceId) });
      for (const { queryKey, state } of entries) this.#put(queryKey, state);
    }
  }

  /** Brings one key up to the present. */
  renew(key: string): void {
    for (const queryKey of [cacheKeys.live(this.#workspaceId, key), cacheKeys.points(this.#workspaceId, key)]) {
      const state = this.#from.getQueryState(queryKey);
      if (state) this.#put(queryKey, state);
    }
  }

  #put(queryKey: readonly unknown[], { data, dataUpdatedAt }: { data: unknown; dataUpdatedAt: number }): void {
    if (data !== undefined) this.queryClient.setQueryData(queryKey, data, { updatedAt: dataUpdatedAt });
  }
}
