import { useState } from "react";
import { FEW_SERIES } from "../../../../core/range/few-series";
import type { LiveValue } from "../../../live/live-value";
import { useLiveKeys } from "../../../live/use-live-keys";
import { useBoardRange } from "../../range/range-context";
import { usePointsOf } from "../use-points-of";
import { useSame } from "../use-same";

const none: readonly LiveValue[] = [];

/**
 * The keys that match any of the patterns, as they are at the end of what the board shows: now, or as they were last known
 * in a range that is over. There a key that has no history has the value null: its present one is not that of then.
 */
export function useKeysAt(patterns: readonly string[]): readonly LiveValue[] {
  const live = useLiveKeys(patterns);
  const { range } = useBoardRange();
  const past = usePastKeys(range.kind === "past" ? live : none, range.kind === "past" ? range.to : 0);
  return range.kind === "past" ? past : live;
}

/** Points of each series, where a panel has so many that only their last values are of use. */
const COARSE = 60;

function usePastKeys(live: readonly LiveValue[], to: number): readonly LiveValue[] {
  const series = live.filter(({ meta }) => meta.kind === "series").map(({ key }) => key);
  const points = usePointsOf(series, series.length > FEW_SERIES ? COARSE : undefined);
  const byKey = new Map(series.map((key, i) => [key, points[i] ?? []]));
  const [known] = useState(() => new Map<string, LiveValue>());
  return useSame(
    live.map(({ key, meta }) => {
      const [at, value] = byKey.get(key)?.findLast(([, one]) => one !== null) ?? [to, null];
      const before = known.get(key);
      if (before?.at === at && before.value === value && before.meta === meta) return before;
      const made: LiveValue = { key, value, at, rev: 0, meta };
      known.set(key, made);
      return made;
    }),
  );
}
