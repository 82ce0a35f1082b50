import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FoundKey } from "../../../core/keys/found-keys";
import { useSubscription } from "../../live/use-subscription";
import { fetchKeys } from "../key-list/fetch-keys";

/** Keys that one search shows. */
const MOST = 6;
/** Milliseconds without a keystroke after which the server is asked. */
const PAUSE = 120;

const none: readonly FoundKey[] = [];

/** The keys that what was typed finds, live while they are shown. `isAsking`: the answer is still to come. */
export function useKeyEntries(slug: string, typed: string) {
  const asked = useRested(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ["keys by palette", slug, asked],
    queryFn: ({ signal }) => fetchKeys(slug, { asked, sort: "name", from: 0, count: MOST }, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const keys = asked === "" || typed.trim() === "" ? none : (data?.keys ?? none);
  useSubscription(
    keys.map(({ key }) => key),
    null,
  );
  return { keys, total: keys === none ? 0 : (data?.total ?? 0), isAsking: isFetching || asked !== typed.trim() };
}

function useRested(text: string): string {
  const [rested, rest] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => rest(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
