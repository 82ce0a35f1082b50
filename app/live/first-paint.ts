import { type DehydratedState, dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { createContext } from "react";
import { setLiveDefaults } from "./cache-keys";

/**
 * What the server drew. Parts of a page hydrate one after the other, the last of them when the live copy has moved on: all
 * of them begin with this. It is made when the first of them asks; a page that does not hydrate has no use for it.
 */
export class FirstPaint {
  readonly #around: FirstPaint | null;
  readonly #state: DehydratedState;
  #made: QueryClient | null = null;

  constructor(around: FirstPaint | null, state: DehydratedState) {
    this.#around = around;
    this.#state = state;
  }

  /** The server's own copy is what it draws. */
  from(present: QueryClient): QueryClient {
    return typeof document === "undefined" ? present : this.queryClient;
  }

  get queryClient(): QueryClient {
    if (this.#made !== null) return this.#made;
    this.#made = new QueryClient();
    setLiveDefaults(this.#made);
    if (this.#around) hydrate(this.#made, dehydrate(this.#around.queryClient));
    // As a HydrationBoundary draws: what is there already stays until an effect, and on a server there are none.
    const drawn = this.#made.getQueryCache();
    hydrate(this.#made, { ...this.#state, queries: this.#state.queries.filter((one) => !drawn.get(one.queryHash)) });
    return this.#made;
  }
}

export const FirstPaintContext = createContext<FirstPaint | null>(null);
