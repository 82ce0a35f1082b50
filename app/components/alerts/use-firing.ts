import { replaceEqualDeep } from "@tanstack/react-query";
import { useMemo, useState } from "react";
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

/**
 * The rules that fire now, what is critical first; also on a screen that is held: nobody wants to miss them. The same list
 * until another fires or one of them changes: what of the page hydrates late is drawn anew for each that is another.
 */
export function useFiring(): readonly Firing[] {
  const values = useLiveKeys(ALERT_STATES, { isHeld: false });
  const now = useMemo(
    () =>
      values.flatMap(({ value }) => readAs(firing, value) ?? []).sort((a, b) => a.severity.localeCompare(b.severity)),
    [values],
  );
  const [held, hold] = useState(now);
  const shown = useMemo(() => replaceEqualDeep(held, now), [held, now]);
  if (shown !== held) hold(shown);
  return shown;
}
