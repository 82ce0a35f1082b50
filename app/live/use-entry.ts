import { hashKey, useQueryClient } from "@tanstack/react-query";
import { use, useCallback, useMemo } from "react";
import { entriesOf } from "./entries";
import { entryReader } from "./entry-reader";
import { FirstPaintContext } from "./first-paint";
import { usePainted } from "./paint/use-painted";
import { useStill } from "./use-still";
import { weakly } from "./weakly";

type EntryKey = readonly unknown[];

/** One entry of the live cache, or of its still while the screen is held: nothing renders for what comes meanwhile. */
export function useEntry<T>(queryKey: EntryKey): T | undefined {
  return useEntries<T>([queryKey])[0];
}

/** useEntry for several, in their order; the same list until one of them changes. */
export function useEntries<T>(queryKeys: readonly EntryKey[]): readonly (T | undefined)[] {
  const present = useQueryClient();
  const queryClient = useStill()?.queryClient ?? present;
  // JSON has no line breaks: callers may pass new keys of the same content at each render.
  const asked = queryKeys.map((one) => hashKey(one)).join("\n");
  const subscribe = useCallback(
    (listener: () => void) => entriesOf(queryClient).subscribe(asked.split("\n"), listener),
    [queryClient, asked],
  );
  const read = useMemo(() => entryReader<T>(() => queryClient, asked), [queryClient, asked]);
  const first = use(FirstPaintContext);
  const firstReader = useMemo(
    () => weakly(() => entryReader<T>(() => first?.from(present) ?? present, asked)),
    [first, present, asked],
  );
  return usePainted(subscribe, read, () => firstReader()(), "changes");
}
