import { skipToken, useQueries } from "@tanstack/react-query";
import { type Freshness, freshnessOf } from "../../../core/freshness/freshness";
import type { SourceState } from "../../../core/sources/state";
import { cacheKeys, liveOptions } from "../../live/cache-keys";
import { useLiveClient } from "../../live/live-context";
import type { Checked } from "../../live/live-value";
import { useNow } from "../../live/use-now";
import { StateMark } from "../ui/state-mark";

const order: Freshness[] = ["failing", "stale", "late", "fresh", "paused", "waiting"];

interface Props {
  readonly slugs: readonly string[];
  readonly states: ReadonlyMap<string, SourceState>;
}

/** How many sources are in which state, trouble first. */
export function SourceSummary({ slugs, states }: Props) {
  const now = useNow();
  const checked = useCheckedAt(slugs);
  const found = slugs.map((slug, i) => freshnessOf(states.get(slug), checked[i] ?? null, now));
  return (
    <ul aria-label="Sources by state" className="flex min-h-10 flex-wrap items-center gap-x-5 gap-y-1 py-2">
      {order.map((state) => {
        const count = found.filter((one) => one === state).length;
        return count === 0 ? null : (
          <li key={state}>
            <StateMark state={state} label={`${count} ${state}`} />
          </li>
        );
      })}
    </ul>
  );
}

/** The same entries as useChecked reads, for a list whose length is not known before. */
function useCheckedAt(slugs: readonly string[]): (number | null | undefined)[] {
  const { workspaceId } = useLiveClient();
  return useQueries({
    queries: slugs.map((slug) => ({
      queryKey: cacheKeys.checked(workspaceId, slug),
      queryFn: skipToken,
      structuralSharing: false as const,
      ...liveOptions,
    })),
    combine: (results) => results.map(({ data }) => (data as Checked | undefined)?.checkedAt),
  });
}
