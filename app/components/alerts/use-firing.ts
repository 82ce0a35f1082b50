import { useMemo } from "react";
import * as v from "valibot";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKeys } from "../../live/use-live-keys";

/** What every page of a workspace subscribes to: the states of all rules. */
export const ALERT_STATES = ["$alerts.*"];

/** As much of a state (core/alerts/alert-state.ts) as is shown everywhere: the rest is read by code that comes when wanted. */
const firing = v.object({
  name: v.string(),
  state: v.literal("firing"),
  severity: v.picklist(["critical", "warning"]),
  panel: v.optional(v.object({ board: v.string(), panel: v.string() })),
  acknowledged: v.optional(v.object({})),
  silenced: v.optional(v.object({})),
});
export type Firing = v.InferOutput<typeof firing>;

/** The rules that fire now, what is critical first; also on a screen that is held: nobody wants to miss them. */
export function useFiring(): readonly Firing[] {
  const values = useLiveKeys(ALERT_STATES, { isHeld: false });
  return useMemo(
    () =>
      values.flatMap(({ value }) => readAs(firing, value) ?? []).sort((a, b) => a.severity.localeCompare(b.severity)),
    [values],
  );
}
