import { formatAge } from "../format/age";
import { StateMark } from "../ui/state-mark";
import { AgeTime } from "./age-time";
import type { PanelFreshness } from "./use-freshness";

/** The state's shape and word in a panel's header, with the age where the age is the matter. */
export function PanelMark({ freshness: { state, checkedAt, now } }: { freshness: PanelFreshness }) {
  if (checkedAt === null || (state !== "late" && state !== "stale")) return <StateMark state={state} />;
  const word = state === "late" ? "Late" : "Stale";
  return (
    <AgeTime at={checkedAt} word={word}>
      <StateMark state={state} label={`${word} ${formatAge(now - checkedAt)}`} />
    </AgeTime>
  );
}
