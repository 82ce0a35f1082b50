import { useEffect, useState, useSyncExternalStore } from "react";
import { useLiveClient } from "../../live/live-context";
import { useLiveKeys } from "../../live/use-live-keys";
import { parseSource } from "./use-freshness";

/** Milliseconds of a live connection after which a source that the server has not named is not there. */
const PATIENCE = 5_000;

/**
 * Whether a panel without values is still to get its first ones: a source of it has not answered yet, or is not known
 * yet. After that, keys that are not there are missing; so are those of a source that is not there, as on a board that
 * was imported without it.
 */
export function usePanelLoading(slugs: readonly string[]): boolean {
  const values = useLiveKeys(slugs.map((slug) => `$sources.${slug}`));
  const states = slugs.map(
    (slug) => parseSource(values.find(({ key }) => key === `$sources.${slug}`)?.value)?.state ?? "unknown",
  );
  const isMissing = useGivenUp(states.includes("unknown"));
  return states.some((state) => state === "waiting" || (state === "unknown" && !isMissing));
}

/** Whether the server had its time to name what is unknown. Renders by the connection only where there is such a thing. */
function useGivenUp(isUnknown: boolean): boolean {
  const client = useLiveClient();
  const isLive = () => isUnknown && client.readStatus().state === "live";
  const isWaiting = useSyncExternalStore(client.subscribeStatus, isLive, () => false);
  const [isOver, end] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => end(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      end(false);
    };
  }, [isWaiting]);
  return isWaiting && isOver;
}
