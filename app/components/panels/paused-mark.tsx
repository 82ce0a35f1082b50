import { useCallback } from "react";
import type { Freshness } from "../../../core/freshness/freshness";
import { matches } from "../../../core/keys/pattern";
import { useNews } from "../../live/use-paused";
import { StateMark } from "../ui/state-mark";

interface PausedMarkProps {
  /** As it was at the pause. */
  state: Freshness;
  patterns: readonly string[];
}

/** That a panel stands still because a person wants it to, and how many changes of its keys wait. */
export function PausedMark({ state, patterns }: PausedMarkProps) {
  const asked = patterns.join(" ");
  const fits = useCallback((key: string) => asked.split(" ").some((pattern) => matches(pattern, key)), [asked]);
  const news = useNews(fits);
  return (
    <>
      {/* What was old or broken then does not get better by standing still. */}
      {state === "fresh" || state === "paused" ? null : <StateMark state={state} />}
      <StateMark state="paused" label={news === 0 ? "Paused" : <PausedWith news={news} />} />
    </>
  );
}

/** In a narrow panel whose header has more than this, its title has the room: the page's header counts, too. */
function PausedWith({ news }: { news: number }) {
  return (
    <span>
      Paused<span className="@max-[260px]:[:not(:first-child)>span>&]:hidden">, {news} new</span>
    </span>
  );
}
