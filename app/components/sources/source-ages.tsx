import { freshnessOf, hasAge } from "../../../core/freshness/freshness";
import { isEmptyYet } from "../../../core/freshness/is-empty-yet";
import type { SourceState } from "../../../core/sources/state";
import { useChecked } from "../../live/use-checked";
import { useMoment } from "../../live/use-moment";
import { useNow } from "../../live/use-now";
import { dueWords } from "../format/due-words";
import { StateMark } from "../ui/state-mark";
import { agoWords } from "./duration-words";

/** The cells that tick. Each is as small as it can be, so that a second repaints these words and nothing else. */

export function SourceMark({ slug, state }: { slug: string; state: SourceState | undefined }) {
  const { checkedAt } = useChecked(slug);
  const moment = useMoment();
  const freshness = freshnessOf(state, checkedAt, moment);
  if (isEmptyYet(state, freshness)) return <StateMark state="waiting" label="Empty" />;
  return <StateMark state={freshness} />;
}

const toned: Partial<Record<ReturnType<typeof freshnessOf>, string>> = {
  failing: "font-medium text-failing-text",
  stale: "font-medium text-stale-text",
  late: "font-medium text-late-text",
};

/** When the source last answered well. */
export function LastGood({ slug, state }: { slug: string; state: SourceState | undefined }) {
  const { checkedAt } = useChecked(slug);
  const moment = useMoment();
  if (!hasAge(state)) return <span className="text-faint">-</span>;
  const at = lastGoodAt(state, checkedAt);
  if (at === null) return <span className="text-faint">never</span>;
  return (
    <time dateTime={new Date(at).toISOString()} className={toned[freshnessOf(state, checkedAt, moment)] ?? "text-body"}>
      {agoWords(moment.now - at)}
    </time>
  );
}

/** Time left until the source is asked again, or written, where that is expected. */
export function NextRefresh({ slug, state }: { slug: string; state: SourceState | undefined }) {
  const { dueAt } = useChecked(slug);
  const now = useNow();
  if (dueAt === null || !hasAge(state) || state?.state === "paused") return <span className="text-faint">-</span>;
  return dueWords(state, dueAt, now);
}

function lastGoodAt(state: SourceState | undefined, checkedAt: number | null): number | null {
  return state?.state === "failing" ? (checkedAt ?? state.lastGood) : checkedAt;
}
