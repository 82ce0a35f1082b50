import { useMemo } from "react";
import { usePointsOf } from "../use-points-of";
import type { Entry } from "./named-keys";
import type { Shown, ShownSeries } from "./shown-value";
import { useValues } from "./use-values";

const none: ShownSeries["points"] = [];

/** What a panel's entries are, with their course in the window that the board shows. */
export function useSeries(entries: readonly Entry[]): Shown<ShownSeries> {
  const { values, ...rest } = useValues(entries);
  const points = usePointsOf(values.map(({ id }) => id));
  const series = useMemo(() => values.map((one, i) => ({ ...one, points: points[i] ?? none })), [values, points]);
  return { values: series, ...rest };
}
