/**
 * Locks by name, among all pages of this browser and origin. A page that dies gives up what it holds. Whoever waits gets
 * a lock in the order of asking, never before `request` has returned.
 */
export interface Locks {
  /** Waits and then holds, until the returned call. `refused`: this page gets no locks at all. */
  request(name: string, on: { held(): void; refused(): void }): () => void;
}

export const browserLocks: Locks = {
  request(name, on) {
    const over = new AbortController();
    const { promise, resolve: release } = Promise.withResolvers<void>();
    const hold = () => {
      // It may have been granted while it was being given up.
      if (over.signal.aborted) return;
      on.held();
      return promise;
    };
    navigator.locks.request(name, { signal: over.signal }, hold).catch(() => {
      if (!over.signal.aborted) on.refused();
    });
    return () => {
      over.abort();
      release();
    };
  },
};
