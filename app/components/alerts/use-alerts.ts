import { useMemo } from "react";
import { type AlertState, alertState } from "../../../core/alerts/alert-state";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKeys } from "../../live/use-live-keys";
import { ALERT_STATES } from "./use-firing";

/** A rule with how it stands. */
export interface Alert extends AlertState {
  readonly id: string;
}

/** All rules of the workspace that are judged, by name; also on a screen that is held. */
export function useAlerts(): readonly Alert[] {
  const values = useLiveKeys(ALERT_STATES, { isHeld: false });
  return useMemo(
    () =>
      values
        .flatMap(({ key, value }) => {
          const data = readAs(alertState, value);
          return data ? { ...data, id: key.slice(key.lastIndexOf(".") + 1) } : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
    [values],
  );
}

/** Those that fire: what calls for somebody first, then by severity, the newest first. */
export function firingFirst(alerts: readonly Alert[]): Alert[] {
  const rank = ({ severity, acknowledged, silenced }: Alert) =>
    (silenced ? 4 : acknowledged ? 2 : 0) + (severity === "critical" ? 0 : 1);
  return alerts
    .filter(({ state }) => state === "firing")
    .sort((a, b) => rank(a) - rank(b) || b.since - a.since || a.name.localeCompare(b.name, "en"));
}
