import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { KeysView } from "./keys-view";
import { useLiveClient } from "./live-context";
import type { LiveValue } from "./live-value";
import { usePainted } from "./paint/use-painted";
import { useStill } from "./use-still";

/** All keys that match any of the patterns, by name; a key that appears or goes is there or gone by itself. */
export function useLiveKeys(patterns: readonly string[]): readonly LiveValue[] {
  const present = useQueryClient();
  const queryClient = useStill()?.queryClient ?? present;
  const { workspaceId } = useLiveClient();
  const asked = patterns.join(" ");
  // Patterns hold no blank: callers may pass a new array with the same patterns at each render.
  const view = useMemo(
    () => new KeysView(queryClient, workspaceId, asked === "" ? [] : asked.split(" ")),
    [queryClient, workspaceId, asked],
  );
  return usePainted(view.subscribe, view.read, view.read, "changes");
}
