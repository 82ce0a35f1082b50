import { useNow } from "../../live/use-now";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import type { Alert } from "./use-alerts";

/** Since when a condition holds, and when that will have been long enough. */
export function PendingWords({ alert: { pending, for: held } }: { alert: Alert }) {
  const { timeZone } = useReader();
  const now = useNow();
  const [first] = pending.toSorted((a, b) => a.since - b.since);
  if (!first) return null;
  return (
    <span className="text-12 text-muted">
      Holds since {when(first.since, now, timeZone, "seconds")}, fires at{" "}
      {when(first.since + held, now, timeZone, "seconds")} unless it ends
    </span>
  );
}
