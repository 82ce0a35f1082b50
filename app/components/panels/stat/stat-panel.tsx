import { useMemo } from "react";
import type { StatPanel as StatDefinition } from "../../../../core/boards/document";
import { type Threshold, worstPast } from "../../../../core/boards/threshold";
import { measure, measureAt, measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { WithBefore } from "../../range/with-before";
import { useBoard } from "../board-context";
import { ChangedText } from "../changed-text";
import { Spark } from "../spark";
import { ThresholdMark } from "../threshold-mark";
import type { Entry } from "../values/named-keys";
import type { ShownSeries } from "../values/shown-value";
import { useSeries } from "../values/use-series";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { BeforeDelta } from "./before-delta";
import { fittedSize } from "./fitted-size";
import { LastGood } from "./last-good";
import { StatDelta } from "./stat-delta";
import { StatSkeleton } from "./stat-skeleton";

/** One number, large: its unit or the whole it is part of, how it moved, and its course. */
export function StatPanel({ panel }: { panel: StatDefinition }) {
  const entries = useMemo(() => [{ key: panel.key, name: panel.title }], [panel]);
  const shown = useSeries(entries);
  const [first] = shown.values;
  const past = typeof first?.value === "number" ? worstPast(panel.thresholds, first.value) : undefined;
  const unit = panel.unit ?? first?.unit;
  return (
    <ValuesShell panel={panel} shown={shown} asked={[panel.key]} threshold={past?.level} skeleton={<StatSkeleton />}>
      {first ? (
        <>
          <Figure panel={panel} shown={first} unit={unit} />
          <Foot entries={entries} shown={first} unit={unit} past={past} slug={shown.slugs[0]} />
        </>
      ) : null}
    </ValuesShell>
  );
}

interface FigureProps {
  panel: StatDefinition;
  shown: ShownSeries;
  unit: string | undefined;
}

/** Characters of a text that is shown as large as a number. */
const WORD = 10;

/** Of a whole this many times as large, a value would be too small a number to be read. */
const TOO_SMALL = 1_000;

function Figure({ panel, shown: { value }, unit }: FigureProps) {
  const { locale } = useReader();
  const wholes = useMemo(() => (panel.of === undefined ? [] : [{ key: panel.of }]), [panel]);
  const whole = useValues(wholes).values[0]?.value;
  const total = typeof whole === "number" ? whole : null;
  const { decimals } = panel;
  const isShare = total !== null && typeof value === "number" && Math.abs(value) * TOO_SMALL >= Math.abs(total);
  const shown = isShare
    ? measureAt(value, scaleOf(unit, total, decimals), locale)
    : measure(value, unit, locale, decimals);
  const of = total === null ? "" : `of ${written(measureLimit(total, scaleOf(unit, total), locale))}`;
  const after = total === null ? shown.unit : isShare ? of : `${shown.unit} ${of}`.trim();
  const title = `${shown.text} ${after}`.trim();
  if (typeof value === "string" || typeof value === "object") return <Words text={shown.text} />;
  const ofWhole =
    total === null
      ? ""
      : "@max-[210px]:flex-wrap @max-[210px]:leading-8 @max-[210px]:[--beside:0px]! in-data-wall:leading-10!";
  return (
    <p
      title={title}
      className={`flex min-w-0 items-baseline gap-x-1.5 text-32 font-medium whitespace-nowrap text-strong phone:group-data-[state=failing]/panel:-mt-1.5 ${ofWhole}`}
      style={fittedSize(shown.text, after, total !== null)}
    >
      <ChangedText
        text={shown.text}
        className={`max-w-full shrink-0 ${cutAside} group-data-old/panel:font-regular group-data-old/panel:text-old`}
      />
      <span
        className={`truncate text-14 font-regular tracking-normal text-muted group-data-old/panel:text-faint ${total === null ? "" : "@max-[210px]:basis-full @max-[210px]:text-12"}`}
      >
        {after}
      </span>
    </p>
  );
}

/** Cut at its end alone: on a wall figures are higher than their line, and a comma without its tail is a point. */
const cutAside = "overflow-x-clip text-ellipsis whitespace-nowrap";

/** A value in words: a short one as large as a number, a longer one over as many lines as the smallest panel has room for. */
function Words({ text }: { text: string }) {
  const isLong = text.length > WORD;
  const lines =
    "line-clamp-3 text-14 wrap-anywhere group-data-old/panel:line-clamp-2 group-data-[state=failing]/panel:line-clamp-1";
  return (
    <p
      title={text}
      className={`${isLong ? lines : `text-32 ${cutAside}`} font-medium text-strong group-data-old/panel:font-regular`}
      style={isLong ? undefined : fittedSize(text)}
    >
      <ChangedText text={text} className="group-data-old/panel:text-old" />
    </p>
  );
}

interface FootProps {
  entries: readonly Entry[];
  shown: ShownSeries;
  unit: string | undefined;
  past: Threshold | undefined;
  /** The source whose values they are, where it is one. */
  slug: string | undefined;
}

function Foot({ entries, shown, unit, past, slug }: FootProps) {
  const { range } = useBoard();
  const isNumber = typeof shown.value === "number" || shown.value === null;
  return (
    <div
      className={`mt-auto ${isNumber ? "flex" : "hidden group-data-old/panel:flex"} min-h-5 items-end group-data-[state=failing]/panel:hidden! justify-between gap-2`}
    >
      <p className="min-w-0 truncate text-12 text-muted group-data-old/panel:hidden">
        {past ? (
          <ThresholdMark threshold={past} unit={unit} />
        ) : (
          <WithBefore entries={entries}>
            {([before]) =>
              before ? (
                <BeforeDelta shown={shown} unit={unit} range={range} before={before} />
              ) : (
                <StatDelta shown={shown} unit={unit} range={range} />
              )
            }
          </WithBefore>
        )}
      </p>
      <p className="hidden min-w-0 truncate text-12 text-muted group-data-old/panel:block">
        {slug === undefined ? null : <LastGood slug={slug} />}
      </p>
      <div className="-my-1 min-w-8 max-w-20 flex-1 @max-[180px]:hidden">
        <Spark points={shown.points} range={range} />
      </div>
    </div>
  );
}
