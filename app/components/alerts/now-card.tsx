import { Card } from "../ui/card";
import { AcknowledgeAll } from "./acknowledge-all";
import { AlertItem } from "./alert-item";
import type { Alert } from "./use-alerts";
import { useFiringKeys } from "./use-firing-keys";
import { useSteadyOrder } from "./use-steady-order";
import { ViewerWords } from "./viewer-words";

/** What fires now, what calls for somebody first. It is there while nothing does, too. */
export function NowCard({ slug, firing: first }: { slug: string; firing: readonly Alert[] }) {
  const firing = useSteadyOrder(first);
  useFiringKeys(firing);
  return (
    <Card aria-labelledby="now-title" className="overflow-clip">
      <div className="flex min-h-11 items-center gap-2 px-4 phone:py-1">
        <h2 id="now-title" className="flex flex-1 gap-2 text-14 font-medium text-strong">
          Firing <span className="font-regular text-faint">{firing.length}</span>
        </h2>
        {firing.length === 0 ? null : <ViewerWords />}
        <AcknowledgeAll slug={slug} firing={firing} />
      </div>
      {firing.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-muted">Nothing is firing.</p>
      ) : (
        <ul aria-label="Firing alerts" className="border-t border-line">
          {firing.map((alert) => (
            <AlertItem key={alert.id} slug={slug} alert={alert} />
          ))}
        </ul>
      )}
    </Card>
  );
}
