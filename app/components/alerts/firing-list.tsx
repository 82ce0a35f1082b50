import { useMemo } from "react";
import { Link } from "react-router";
import { AlertItem } from "./alert-item";
import { ALERTS_CARD } from "./alerts-card-id";
import { firingFirst, useAlerts } from "./use-alerts";
import { useFiringKeys } from "./use-firing-keys";

/** A link to the page that is open would leave the layer where it is. */
const close = () => document.getElementById(ALERTS_CARD)?.hidePopover();

/** What fires, in the header's layer; loaded when somebody opens it. */
export default function FiringList({ slug }: { slug: string }) {
  const alerts = useAlerts();
  const firing = useMemo(() => firingFirst(alerts), [alerts]);
  useFiringKeys(firing);
  if (firing.length === 0) {
    return (
      <p className="px-4 py-8 text-center text-muted">
        Nothing is firing.{" "}
        {alerts.length > 0 ? (
          `${alerts.length === 1 ? "One rule watches" : `${alerts.length} rules watch`}.`
        ) : (
          <Link to={`/w/${slug}/alerts`} onClick={close} className="text-accent underline underline-offset-2">
            There is no rule yet.
          </Link>
        )}
      </p>
    );
  }
  return (
    <ul aria-label="Firing alerts" tabIndex={0} className="min-h-0 overflow-y-auto focus-visible:-outline-offset-2">
      {firing.map((alert) => (
        <AlertItem key={alert.id} slug={slug} alert={alert} close={close} />
      ))}
    </ul>
  );
}
