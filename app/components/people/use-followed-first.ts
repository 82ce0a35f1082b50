import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { FoundKeys } from "../../../core/keys/found-keys";
import { fetchKeys } from "../key-list/fetch-keys";
import { useCensus } from "../key-list/use-census";

/** Where a loader puts what it has found already. */
export const followedQuery = (slug: string) => ["followed keys", slug] as const;

const question = { asked: "", sort: "name", from: 0, count: 50, followed: true } as const;

/**
 * The first of the keys that one follows, and how many there are; asked for anew where one follows others, and where keys
 * come or go. Undefined until it is there. `list`: what one follows.
 */
export function useFollowedFirst(slug: string, list: readonly string[]): FoundKeys | undefined {
  const { data, refetch } = useQuery({
    queryKey: followedQuery(slug),
    queryFn: async ({ signal }) => {
      const found = await fetchKeys(slug, question, signal);
      // What is held stays.
      if (found === null) throw new Error("The keys could not be asked for just now.");
      return found;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const stands = `${list.join(" ")} ${useCensus()}`;
  const known = useRef(stands);
  useEffect(() => {
    if (known.current === stands) return;
    known.current = stands;
    void refetch();
  }, [stands, refetch]);
  return data;
}
