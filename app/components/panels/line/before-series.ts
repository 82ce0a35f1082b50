import type { ShownSeries } from "../values/shown-value";
import type { Series } from "./series";

/** The same lines as they were before, by the colours and units of these. `before` stands at the times of this window. */
export function beforeSeries(series: readonly Series[], before: readonly ShownSeries[]): Series[] {
  return series.flatMap((one) => {
    const then = before.find(({ id }) => id === one.key);
    if (!then || then.points.length === 0) return [];
    const { key, name } = one;
    return [{ ...one, key: `${key} before`, name: `${name}, before`, points: then.points }];
  });
}
