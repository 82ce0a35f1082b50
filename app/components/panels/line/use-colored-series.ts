import { useMemo } from "react";
import type { BarPanel, LinePanel } from "../../../../core/boards/document";
import type { ShownSeries } from "../values/shown-value";
import { type Series, seriesColor } from "./series";

/** What a panel shows over time, each with its colour, its unit and its figures. The same array while nothing changes. */
export function useColoredSeries({ unit: wanted, decimals }: LinePanel | BarPanel, values: readonly ShownSeries[]) {
  return useMemo(
    () =>
      values.map(({ id, name, unit, points }, i): Series => {
        return { key: id, name, unit: wanted ?? unit, decimals, color: seriesColor(i), points };
      }),
    [values, wanted, decimals],
  );
}
