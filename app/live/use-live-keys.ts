import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { use, useMemo } from "react";
import { FirstPaintContext } from "./first-paint";
import { KeysView } from "./keys-view";
import { useLiveClient } from "./live-context";
import type { LiveValue } from "./live-value";
import { usePainted } from "./paint/use-painted";
import { useStill } from "./use-still";
import { weakly } from "./weakly";

/**
 * All keys that match any of the patterns, by name; a key that appears or goes is there or gone by itself. `isHeld` false:
 * they move on while the screen is held, too.
 */
export function useLiveKeys(patterns: readonly string[], { isHeld = true } = {}): readonly LiveValue[] {
  const present = useQueryClient();
  const still = useStill();
  const queryClient = (isHeld && still?.queryClient) || present;
  const first = use(FirstPaintContext);
  const { workspaceId } = useLiveClient();
  const asked = patterns.join(" ");
  // Patterns hold no blank: callers may pass a new array with the same patterns at each render.
  const { view, firstView } = useMemo(() => {
    const viewOf = (from: QueryClient) => new KeysView(from, workspaceId, asked === "" ? [] : asked.split(" "));
    return { view: viewOf(queryClient), firstView: weakly(() => viewOf(first?.from(present) ?? present)) };
  }, [queryClient, present, first, workspaceId, asked]);
  return usePainted(view.subscribe, view.read, () => firstView().read(), "changes");
}
