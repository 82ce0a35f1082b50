import * as v from "valibot";
import type { Point } from "../../../core/protocol/parts";
import { recordedPoints } from "../fetch-points";

/** Milliseconds since 1970, and how many points of a series at most. */
export interface HistoryQuery {
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

export type FetchHistory = (
  keys: readonly string[],
  query: HistoryQuery,
) => Promise<ReadonlyMap<string, readonly Point[]>>;

/** So many names of 128 characters stay below the length of an address that every proxy takes. */
export const KEYS_A_REQUEST = 20;

/** Fetches what is recorded of up to KEYS_A_REQUEST series; the promise is rejected where there is no good answer. */
export function historyFetcher(slug: string, request: typeof fetch): FetchHistory {
  return async (keys, { from, to, most }) => {
    const query = new URLSearchParams({ keys: keys.join(","), from: `${from}`, to: `${to}`, most: `${most}` });
    const response = await request(`/w/${slug}/history?${query}`, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`The history answered ${response.status}.`);
    const { points } = v.parse(recordedPoints, await response.json());
    return new Map(Object.entries(points));
  };
}
