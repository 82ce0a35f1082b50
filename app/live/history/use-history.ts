import { hashKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Point } from "../../../core/protocol/parts";
import type { TimeRange } from "../../../core/range/time-range";
import { cacheKeys } from "../cache-keys";
import { browserTimers } from "../clock";
import { entriesOf } from "../entries";
import { entryReader } from "../entry-reader";
import { useLiveClient } from "../live-context";
import { useStill } from "../use-still";
import { askedText } from "./asked-range";
import { useHistoryLoader } from "./history-context";
import { keepHistory } from "./keep-history";

/**
 * What is recorded of these series in a range, in their order, each at most `most` points, oldest first. While another
 * range is on its way, what was known last of the series stands there; undefined: nothing yet. No range: nothing is asked.
 */
export function useHistory(
  keys: readonly string[],
  asked: TimeRange | null,
  most: number,
): readonly (readonly Point[] | undefined)[] {
  const { workspaceId, clock } = useLiveClient();
  const queryClient = useQueryClient();
  const loader = useHistoryLoader();
  const isHeld = useStill() !== null;
  const text = asked === null ? "" : askedText(asked);
  const hashOf = (key: string) => hashKey(cacheKeys.history(workspaceId, key, text, most));
  const hashes = asked === null ? "" : keys.map(hashOf).join("\n");
  const subscribe = useCallback(
    (listener: () => void) => entriesOf(queryClient).subscribe(hashes.split("\n"), listener),
    [queryClient, hashes],
  );
  const read = useMemo(() => entryReader<readonly Point[]>(() => queryClient, hashes), [queryClient, hashes]);
  const found = useSyncExternalStore(subscribe, read, read);
  // Names hold no blank: callers may pass a new array with the same names at each render.
  const names = keys.join(" ");
  useEffect(() => {
    if (asked === null || names === "") return;
    const wanted = { workspaceId, keys: names.split(" "), range: asked, most, isHeld, now: () => clock.now() };
    return keepHistory({ queryClient, loader, timers: browserTimers }, wanted, read().includes(undefined));
  }, [queryClient, loader, clock, workspaceId, names, asked, most, isHeld, read]);
  const [last] = useState(() => new Map<string, readonly Point[]>());
  if (asked === null) return [];
  return keys.map((key, i) => {
    const data = found[i];
    // A note of what was last drawn: drawing the same twice notes the same.
    if (data !== undefined) last.set(key, data);
    return data ?? last.get(key);
  });
}
