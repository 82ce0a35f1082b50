import * as v from "valibot";
import { key, type Point, points } from "../../core/protocol/parts";

/** The answer of `GET /w/:workspace/points?keys=a,b&from=MILLISECONDS`: recorded points by key, oldest first. */
export const recordedPoints = v.object({ points: v.record(key, points) });

/** So many names of 128 characters stay below the length of an address that every proxy takes. */
const KEYS_A_REQUEST = 20;

export type FetchPoints = (
  keys: readonly string[],
  from: number,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, readonly Point[]>>;

/**
 * Fetches what the history has of these series since a time. Those that it could not get just now are not among what
 * comes back; the promise is rejected only for an answer that is none of ours.
 */
export function pointsFetcher(slug: string, request: typeof fetch): FetchPoints {
  return async (keys, from, signal) => {
    const found = new Map<string, readonly Point[]>();
    for (let i = 0; i < keys.length; i += KEYS_A_REQUEST) {
      const query = new URLSearchParams({ keys: keys.slice(i, i + KEYS_A_REQUEST).join(","), from: String(from) });
      const address = `/w/${slug}/points?${query}`;
      const response = await attempt(() => request(address, { credentials: "same-origin", signal }));
      if (!response?.ok) return found;
      const body = v.parse(recordedPoints, await response.json());
      for (const [name, past] of Object.entries(body.points)) found.set(name, past);
    }
    return found;
  };
}

async function attempt(send: () => Promise<Response>): Promise<Response | null> {
  try {
    return await send();
  } catch {
    // fetch rejects when there is no network or no server, or when the page is left.
    return null;
  }
}
