import { skipToken, type UseQueryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { liveOptions } from "./cache-keys";
import { useStill } from "./use-still";

type EntryKey = readonly unknown[];

/** One entry of the live cache, or of its still while the screen is held: nothing renders for what comes meanwhile. */
export function useEntry<T>(queryKey: EntryKey): T | undefined {
  const still = useStill();
  const { data } = useQuery<T>({ ...optionsOf<T>(queryKey), subscribed: still === null });
  return still ? still.queryClient.getQueryData<T>(queryKey) : data;
}

/** useEntry for several, in their order. */
export function useEntries<T>(queryKeys: readonly EntryKey[]): readonly (T | undefined)[] {
  const still = useStill();
  const found = useQueries({ queries: queryKeys.map((one) => optionsOf<T>(one)), subscribed: still === null });
  if (still) return queryKeys.map((one) => still.queryClient.getQueryData<T>(one));
  return found.map(({ data }) => data);
}

/** Pushed data is never fetched, and as a whole is either the same or another: comparing its insides would only cost. */
function optionsOf<T>(queryKey: EntryKey): UseQueryOptions<T> {
  return { queryKey, queryFn: skipToken, structuralSharing: false, ...liveOptions };
}
