import { type DehydratedState, hydrate, QueryClient } from "@tanstack/react-query";
import { createContext } from "react";
import { setLiveDefaults } from "./cache-keys";
import { weakly } from "./weakly";

/**
 * What the server drew. Parts of a page hydrate one after the other, the last of them when the live copy has moved on: all
 * of them begin with this. It is made when the first of them asks, and goes when the last of them is there; a page that
 * does not hydrate has no use for it.
 */
export class FirstPaint {
  /** The outermost boundary's first. */
  readonly #states: readonly DehydratedState[];
  readonly #made = weakly(() => this.#make());

  constructor(around: FirstPaint | null, state: DehydratedState) {
    this.#states = around ? [...around.#states, state] : [state];
  }

  /** The server's own copy is what it draws. */
  from(present: QueryClient): QueryClient {
    return typeof document === "undefined" ? present : this.queryClient;
  }

  get queryClient(): QueryClient {
    return this.#made();
  }

  #make(): QueryClient {
    const made = new QueryClient();
    setLiveDefaults(made);
    // As a HydrationBoundary draws: what is there already stays until an effect, and on a server there are none.
    for (const state of this.#states) {
      const drawn = made.getQueryCache();
      hydrate(made, { ...state, queries: state.queries.filter((one) => !drawn.get(one.queryHash)) });
    }
    return made;
  }
}

export const FirstPaintContext = createContext<FirstPaint | null>(null);
