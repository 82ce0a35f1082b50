import { Link } from "react-router";
import { matches } from "../../../core/keys/pattern";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { conditionWords } from "./condition-words";
import { RuleState, standingOf } from "./rule-state";
import { useAlerts } from "./use-alerts";
import { useMayAlert } from "./use-may-alert";

/** The rules that watch a key, each with how it stands; nothing where there is none. */
export function KeyAlerts({ name }: { name: string }) {
  const { locale } = useReader();
  const mayWrite = useMayAlert();
  const rules = useAlerts().filter(({ key }) => matches(key, name));
  if (rules.length === 0) return null;
  return (
    <Card aria-labelledby="key-alerts-title" className="overflow-clip">
      <h2 id="key-alerts-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Alert rules <span className="font-regular text-faint">{rules.length}</span>
      </h2>
      <ul>
        {rules.map((alert) => (
          <li key={alert.id} className="border-t border-line">
            <Link
              to={mayWrite ? `../alerts/rule/${alert.id}` : `../alerts?q=${encodeURIComponent(alert.name)}`}
              className="grid gap-0.5 px-4 py-2 hover:bg-hover"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate text-strong">{alert.name}</span>
                <RuleState standing={standingOf({ rule: alert, alert, hasSource: true })} severity={alert.severity} />
              </span>
              <span className="text-12 text-muted">{conditionWords(alert, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
