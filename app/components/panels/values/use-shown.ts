import { useMemo, useState } from "react";
import { isFormula } from "../../../../core/boards/patterns-in";
import { matches } from "../../../../core/keys/pattern";
import { FEW_SERIES } from "../../../../core/range/few-series";
import { useLiveKeys } from "../../../live/use-live-keys";
import { useLoaded } from "../../loadable/use-loaded";
import { useBoardRange } from "../../range/range-context";
import { slugsOf } from "../slugs-of";
import { useChecks } from "../use-checks";
import { usePanelLoading } from "../use-panel-loading";
import { usePointsOf } from "../use-points-of";
import { formulaCode, pathFinderCode } from "./formula-code";
import type { Entry } from "./named-keys";
import { type ParsedEntry, parsedEntry } from "./parsed-entry";
import { Showing } from "./showing";
import type { Shown, ShownSeries } from "./shown-value";

const nothing: readonly string[] = [];
/** Points of each series, where a panel has so many that only their last values are of use. */
const COARSE = 60;

/** What a panel's entries come to; `withCourses`: with their points in the window that the board shows. */
export function useShown(entries: readonly Entry[], withCourses: boolean): Shown<ShownSeries> {
  const same = useSameEntries(entries);
  const formulas = useLoaded(same.some(({ key }) => isFormula(key)) ? formulaCode : null);
  const parsed = useMemo(() => same.map((one) => parsedEntry(one, formulas)), [same, formulas]);
  const patterns = useMemo(() => parsed.flatMap((one) => one.patterns), [parsed]);
  const live = useLiveKeys(patterns);
  const slugs = slugsOf(patterns, live);
  const isLoading = usePanelLoading(slugs);
  const isLive = useBoardRange().range.kind === "live";
  const looking = parsed.filter((one) => one.type === "formula" && one.formula.reach > 0);
  const recorded = live
    .filter(
      ({ key, meta }) => meta.kind === "series" && (withCourses || !isLive || looking.some((one) => reads(one, key))),
    )
    .map(({ key }) => key);
  const courses = usePointsOf(recorded, withCourses || recorded.length <= FEW_SERIES ? undefined : COARSE);
  // A counter that stands still goes on doing so until its source was last looked at.
  const asleep = looking.length > 0 && isLive ? slugs : nothing;
  const checks = useChecks(asleep);
  const looksInto = parsed.some((one) => one.type === "formula" && one.formula.keys.some(({ path }) => path !== null));
  const finder = useLoaded(looksInto ? pathFinderCode : null);
  const showing = useMemo(() => new Showing(parsed), [parsed]);
  const values = showing.values({
    live,
    points: new Map(recorded.map((key, i) => [key, courses[i] ?? []])),
    checked: new Map(asleep.map((slug, i) => [slug, checks[i]?.checkedAt ?? null])),
    isLive,
    finder,
  });
  return { values, slugs, isLoading, problem: showing.problem };
}

function reads({ patterns }: ParsedEntry, key: string): boolean {
  return patterns.some((pattern) => matches(pattern, key));
}

/** Callers may pass a new array with the same entries at each render. */
function useSameEntries(entries: readonly Entry[]): readonly Entry[] {
  const [held, hold] = useState(entries);
  const isSame =
    entries === held ||
    (entries.length === held.length &&
      entries.every(({ key, name }, i) => key === held[i]?.key && name === held[i].name));
  if (!isSame) hold(entries);
  return isSame ? held : entries;
}
