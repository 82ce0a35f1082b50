import { useState } from "react";
import { steadyOrder } from "./steady-order";
import type { Alert } from "./use-alerts";

/** The alerts in the order in which they were first seen: none moves under the pointer of who acknowledges one. */
export function useSteadyOrder(alerts: readonly Alert[]): readonly Alert[] {
  const [seen, see] = useState<readonly string[]>([]);
  const ordered = steadyOrder(seen, alerts);
  const ids = ordered.map(({ id }) => id);
  if (ids.join() !== seen.join()) see(ids);
  return ordered;
}
