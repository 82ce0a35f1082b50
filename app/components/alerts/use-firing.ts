import { useMemo } from "react";
import * as z from "zod/mini";
import { useLiveKeys } from "../../live/use-live-keys";

/** What every page of a workspace subscribes to: the states of all rules. */
export const ALERT_STATES = ["$alerts.*"];

/** As much of a state (core/alerts/alert-state.ts) as is shown everywhere: the rest is read by code that comes when wanted. */
const firing = z.object({
  name: z.string(),
  state: z.literal("firing"),
  severity: z.enum(["critical", "warning"]),
  panel: z.optional(z.object({ board: z.string(), panel: z.string() })),
  acknowledged: z.optional(z.object({})),
  silenced: z.optional(z.object({})),
});
export type Firing = z.infer<typeof firing>;

/** The rules that fire now, what is critical first; also on a screen that is held: nobody wants to miss them. */
export function useFiring(): readonly Firing[] {
  const values = useLiveKeys(ALERT_STATES, { isHeld: false });
  return useMemo(
    () =>
      values
        .flatMap(({ value }) => z.safeParse(firing, value).data ?? [])
        .sort((a, b) => a.severity.localeCompare(b.severity)),
    [values],
  );
}
