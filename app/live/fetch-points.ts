import * as z from "zod/mini";
import { key, type Point, points } from "../../core/protocol/parts";

/** The answer of `GET /w/:workspace/points?keys=a,b&from=MILLISECONDS`: recorded points by key, oldest first. */
export const recordedPoints = z.object({ points: z.record(key, points) });

/** So many names of 128 characters stay below the length of an address that every proxy takes. */
const KEYS_A_REQUEST = 20;

export type FetchPoints = (
  keys: readonly string[],
  from: number,
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, readonly Point[]>>;

/** Fetches what the history has of these series since a time. The promise is rejected when a request fails. */
export function pointsFetcher(slug: string, request: typeof fetch): FetchPoints {
  return async (keys, from, signal) => {
    const found = new Map<string, readonly Point[]>();
    for (let i = 0; i < keys.length; i += KEYS_A_REQUEST) {
      const query = new URLSearchParams({ keys: keys.slice(i, i + KEYS_A_REQUEST).join(","), from: String(from) });
      const response = await request(`/w/${slug}/points?${query}`, { credentials: "same-origin", signal });
      if (!response.ok) throw new Error(`The recorded points could not be read: status ${response.status}.`);
      const body = z.parse(recordedPoints, await response.json());
      for (const [name, past] of Object.entries(body.points)) found.set(name, past);
    }
    return found;
  };
}
