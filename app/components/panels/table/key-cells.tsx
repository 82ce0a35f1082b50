import { useMemo } from "react";
import { type Threshold, worstPast } from "../../../../core/boards/threshold";
import { formatAge } from "../../format/age";
import { measure } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { useBoardRange } from "../../range/range-context";
import { useShownNow } from "../../range/use-shown-now";
import { StateMark } from "../../ui/state-mark";
import { AgeTime } from "../age-time";
import { ChangedText } from "../changed-text";
import { Spark } from "../spark";
import { useFreshness } from "../use-freshness";
import { usePointsOfKey } from "../use-points-of-key";
import type { ShownValue } from "../values/shown-value";
import { useSeries } from "../values/use-series";
import { PastMark } from "./past-mark";

export function KeySpark({ value: { id, isSeries }, range }: { value: ShownValue; range: number }) {
  if (!isSeries) return null;
  return isFormula(id) ? <FormulaSpark formula={id} range={range} /> : <OwnSpark id={id} range={range} />;
}

function OwnSpark({ id, range }: { id: string; range: number }) {
  return <Spark points={usePointsOfKey(id)} range={range} height={20} />;
}

function FormulaSpark({ formula, range }: { formula: string; range: number }) {
  const entries = useMemo(() => [{ key: formula }], [formula]);
  const [series] = useSeries(entries).values;
  return <Spark points={series?.points ?? []} range={range} height={20} />;
}

interface KeyValueProps {
  value: Pick<ShownValue, "value" | "unit">;
  thresholds?: readonly Threshold[] | undefined;
  /** Of a threshold the shape alone is seen: the columns are narrow. */
  isCompact?: boolean;
}

/** A value with its unit, and past a threshold with the threshold's shape and word. */
export function KeyValue({ value: { value, unit }, thresholds, isCompact = false }: KeyValueProps) {
  const { locale } = useReader();
  const { text, unit: shownUnit } = measure(value, unit, locale);
  const past = typeof value === "number" ? worstPast(thresholds, value) : undefined;
  return (
    <span className="text-strong group-data-old/panel:text-faint">
      {past ? <PastMark threshold={past} isCompact={isCompact} /> : null}
      <ChangedText text={text} />
      <span className="ml-1.5 text-muted group-data-old/panel:text-faint">{shownUnit}</span>
    </span>
  );
}

/** When it last changed; where a panel has several sources, the state of its own while that is not fresh. */
export function KeyAge({
  value: {
    slugs: [slug],
    value,
    at,
  },
  severalSources,
}: {
  value: ShownValue;
  severalSources: boolean;
}) {
  const { range } = useBoardRange();
  // Nothing was known in the range: it did not become that at its end.
  if (value === null && range.kind === "past") return <span className="text-12 text-faint">-</span>;
  return (
    <span className="text-12 text-faint">
      {severalSources && slug !== undefined ? <AgeOrState source={slug} at={at} /> : <Age at={at} />}
    </span>
  );
}

function AgeOrState({ source, at }: { source: string; at: number }) {
  const { state } = useFreshness([source]);
  return state === "fresh" ? <Age at={at} /> : <StateMark state={state} />;
}

function Age({ at }: { at: number }) {
  return <AgeTime at={at}>{formatAge(useShownNow() - at)}</AgeTime>;
}

function isFormula(id: string): boolean {
  return id.startsWith("=");
}
