import { formatAge } from "../format/age";
import { StateMark } from "../ui/state-mark";
import { AgeTime } from "./age-time";
import type { PanelFreshness } from "./use-freshness";

const aged: Partial<Record<PanelFreshness["state"], string>> = { late: "Late", stale: "Stale", paused: "Paused" };

/** The state's shape and word in a panel's header, with the age where the age is the matter. */
export function PanelMark({ freshness }: { freshness: PanelFreshness }) {
  const { state, checkedAt, now } = freshness;
  if (state === "failing") return <FailingMark freshness={freshness} />;
  const word = aged[state];
  if (checkedAt === null || word === undefined) return <StateMark state={state} />;
  return (
    <AgeTime at={checkedAt} word={word}>
      <StateMark state={state} label={`${word} ${formatAge(now - checkedAt)}`} />
    </AgeTime>
  );
}

/** In a narrow panel the strip below has room for the reason alone: how old the value is stands here. */
function FailingMark({ freshness: { sources, now } }: { freshness: PanelFreshness }) {
  const { source } = sources.find(({ freshness }) => freshness === "failing") ?? {};
  const lastGood = source?.state === "failing" ? source.lastGood : null;
  if (lastGood === null) return <StateMark state="failing" />;
  return (
    <span className="inline-flex gap-1 font-medium whitespace-nowrap text-failing-text">
      <StateMark state="failing" />
      <AgeTime at={lastGood} className="hidden @max-[260px]:inline">
        {formatAge(now - lastGood)}
      </AgeTime>
    </span>
  );
}
