import { type Freshness, freshnessOf } from "../../../core/freshness/freshness";
import { isEmptyYet } from "../../../core/freshness/is-empty-yet";
import type { SourceState } from "../../../core/sources/state";
import { useMoment } from "../../live/use-moment";
import { useChecks } from "../panels/use-checks";
import { StateMark } from "../ui/state-mark";

const order: readonly (Freshness | "empty")[] = ["failing", "stale", "late", "fresh", "paused", "waiting", "empty"];

interface Props {
  readonly slugs: readonly string[];
  readonly states: ReadonlyMap<string, SourceState>;
}

/** How many sources are in which state, trouble first. */
export function SourceSummary({ slugs, states }: Props) {
  const moment = useMoment();
  const checks = useChecks(slugs);
  const found = slugs.map((slug, i) => {
    const state = states.get(slug);
    const freshness = freshnessOf(state, checks[i]?.checkedAt ?? null, moment);
    return isEmptyYet(state, freshness) ? "empty" : freshness;
  });
  return (
    <ul aria-label="Sources by state" className="flex min-h-10 flex-wrap items-center gap-x-5 gap-y-1 py-2">
      {order.map((state) => {
        const count = found.filter((one) => one === state).length;
        return count === 0 ? null : (
          <li key={state}>
            <StateMark state={state === "empty" ? "waiting" : state} label={`${count} ${state}`} />
          </li>
        );
      })}
    </ul>
  );
}
