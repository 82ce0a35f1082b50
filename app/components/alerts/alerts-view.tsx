import { useMemo } from "react";
import type { AlertRule } from "../../../core/alerts/rule";
import { useNewsOf } from "../ui/use-news-of";
import { NowCard } from "./now-card";
import { PastCard } from "./past-card";
import { ruleLines } from "./rule-line";
import { RuleState, standingOf, standings } from "./rule-state";
import { RulesCard } from "./rules-card";
import { firingFirst, useAlerts } from "./use-alerts";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly rules: readonly AlertRule[];
  /** The short names of the sources that there are. */
  readonly sources: readonly string[];
  readonly asked: string;
}

/** What fires, all rules, and what fired: live, from the states of the rules. */
export function AlertsView({ slug, rules, sources, asked }: Props) {
  const alerts = useAlerts();
  useNewsOf(alerts.map(({ id }) => id));
  const firing = useMemo(() => firingFirst(alerts), [alerts]);
  const lines = useMemo(() => ruleLines(rules, sources, alerts), [rules, sources, alerts]);
  const worst = firing.some(({ severity }) => severity === "critical") ? "critical" : "warning";
  const counted = lines.map(standingOf);
  return (
    <>
      <ul aria-label="Rules by state" className="flex min-h-10 flex-wrap items-center gap-x-5 gap-y-1 py-2">
        {standings.map((standing) => {
          const count = counted.filter((one) => one === standing).length;
          return count === 0 ? null : (
            <li key={standing}>
              <RuleState standing={standing} count={count} severity={worst} />
            </li>
          );
        })}
      </ul>
      <div className="grid gap-2">
        <NowCard slug={slug} firing={firing} />
        <RulesCard slug={slug} lines={lines} asked={asked} />
        <PastCard slug={slug} alerts={alerts} />
      </div>
    </>
  );
}
