import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { type PlaceList, placeList } from "./place-list";

/** How long an answer serves, in milliseconds: a board that was made since is found a little later. */
const FRESH = 10_000;

/** What there is to go to; null until the server has said so. `isComing`: it is about to, as far as is known. */
export function usePlaceList(slug: string): { readonly places: PlaceList | null; readonly isComing: boolean } {
  const { data, isLoading, failureCount } = useQuery({
    queryKey: ["places", slug],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/w/${slug}/places`, { signal });
      if (!response.ok) throw new Error(`places: ${response.status}`);
      return v.parse(placeList, await response.json());
    },
    staleTime: FRESH,
  });
  return { places: data ?? null, isComing: isLoading && failureCount === 0 };
}
