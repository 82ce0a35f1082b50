import { formatAge } from "../format/age";
import { StateMark } from "../ui/state-mark";
import type { PanelFreshness } from "./use-freshness";

/** The state's shape and word in a panel's header, with the age where the age is the matter. */
export function PanelMark({ freshness: { state, checkedAt, now } }: { freshness: PanelFreshness }) {
  if (checkedAt === null || (state !== "late" && state !== "stale")) return <StateMark state={state} />;
  return (
    <time dateTime={new Date(checkedAt).toISOString()}>
      <StateMark state={state} label={`${state === "late" ? "Late" : "Stale"} ${formatAge(now - checkedAt)}`} />
    </time>
  );
}
