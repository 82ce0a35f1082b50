import { useMemo } from "react";
import { Link } from "react-router";
import { AcknowledgeAll } from "./acknowledge-all";
import { AlertItem } from "./alert-item";
import { ALERTS_CARD } from "./alerts-card-id";
import { firingFirst, useAlerts } from "./use-alerts";
import { useFiringKeys } from "./use-firing-keys";
import { useSteadyOrder } from "./use-steady-order";
import { ViewerWords } from "./viewer-words";

/** A link to the page that is open would leave the layer where it is. */
const close = () => document.getElementById(ALERTS_CARD)?.hidePopover();

/** What fires, in the header's layer; loaded when somebody opens it. */
export default function FiringList({ slug }: { slug: string }) {
  const alerts = useAlerts();
  const firing = useSteadyOrder(useMemo(() => firingFirst(alerts), [alerts]));
  useFiringKeys(firing);
  return (
    <>
      {firing.length === 0 ? (
        <p className="px-3 py-6 text-center text-muted">{nothing(alerts.length)}</p>
      ) : (
        <ul aria-label="Firing alerts" tabIndex={0} className="min-h-0 overflow-y-auto focus-visible:-outline-offset-2">
          {firing.map((alert) => (
            <AlertItem key={alert.id} slug={slug} alert={alert} close={close} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-3 border-t border-line px-3 py-2">
        <Link to={`/w/${slug}/alerts`} onClick={close} className="text-accent hover:underline">
          All rules, and what fired
        </Link>
        {firing.length === 0 ? null : <ViewerWords />}
        <AcknowledgeAll slug={slug} firing={firing} />
      </div>
    </>
  );
}

function nothing(rules: number): string {
  if (rules === 0) return "Nothing is watched: there is no rule yet.";
  return `Nothing is firing. ${rules === 1 ? "One rule watches." : `${rules} rules watch.`}`;
}
