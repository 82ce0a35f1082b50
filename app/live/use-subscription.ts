import { useEffect } from "react";
import { useLiveClient } from "./live-context";

/**
 * Keeps a route's patterns subscribed while it is mounted, from the cursor its loader's values are true at (null: from
 * nothing). `range`: how many milliseconds of points the route shows; older ones are let go.
 */
export function useSubscription(patterns: readonly string[], since: string | null, range?: number): void {
  const client = useLiveClient();
  const asked = patterns.join(" ");
  useEffect(() => {
    if (asked === "") return;
    return client.want(asked.split(" "), since, range);
  }, [client, asked, since, range]);
}
