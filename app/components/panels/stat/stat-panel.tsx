import type { StatPanel as StatDefinition } from "../../../../core/boards/document";
import { worstPast } from "../../../../core/boards/threshold";
import { sourceOf } from "../../../../core/keys/name";
import type { LiveValue } from "../../../live/live-value";
import { useLiveKey } from "../../../live/use-live-key";
import { usePoints } from "../../../live/use-points";
import { measure, measureAt, measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { useBoard } from "../board-context";
import { ChangedText } from "../changed-text";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { Spark } from "../spark";
import { ThresholdMark } from "../threshold-mark";
import { usePanelLoading } from "../use-panel-loading";
import { LastGood } from "./last-good";
import { StatDelta } from "./stat-delta";
import { StatSkeleton } from "./stat-skeleton";

/** One number, large: its unit or the whole it is part of, how it moved, and its course. */
export function StatPanel({ panel }: { panel: StatDefinition }) {
  const slugs = [sourceOf(panel.key)];
  const live = useLiveKey(panel.key);
  const loading = usePanelLoading(slugs);
  if (live) {
    return (
      <PanelShell panel={panel} slugs={slugs}>
        <Figure panel={panel} live={live} />
        <Foot panel={panel} live={live} />
      </PanelShell>
    );
  }
  return (
    <PanelShell panel={panel} slugs={slugs} body={loading ? "loading" : "empty"}>
      {loading ? (
        <StatSkeleton />
      ) : (
        <PanelMessage title="No such key">
          <code>{panel.key}</code>
        </PanelMessage>
      )}
    </PanelShell>
  );
}

function Figure({ panel, live }: { panel: StatDefinition; live: LiveValue }) {
  const { locale } = useReader();
  const whole = useLiveKey(panel.of ?? panel.key)?.value;
  const total = panel.of !== undefined && typeof whole === "number" ? whole : null;
  const unit = panel.unit ?? live.meta.unit;
  const { decimals } = panel;
  const isPart = total !== null && typeof live.value === "number";
  const shown = isPart
    ? measureAt(live.value, scaleOf(unit, total, decimals), locale)
    : measure(live.value, unit, locale, decimals);
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 text-32 font-medium whitespace-nowrap text-strong phone:group-data-[state=failing]/panel:-mt-1.5">
      <ChangedText
        text={shown.text}
        className="truncate group-data-old/panel:font-regular group-data-old/panel:text-old"
      />
      <span className="truncate text-14 font-regular tracking-normal text-muted group-data-old/panel:text-faint">
        {isPart ? `of ${written(measureLimit(total, scaleOf(unit, total), locale))}` : shown.unit}
      </span>
    </p>
  );
}

function Foot({ panel, live }: { panel: StatDefinition; live: LiveValue }) {
  const points = usePoints(panel.key);
  const { range } = useBoard();
  const { value } = live;
  const past = typeof value === "number" ? worstPast(panel.thresholds, value) : undefined;
  return (
    <div className="mt-auto flex min-h-6 items-end group-data-[state=failing]/panel:hidden justify-between gap-2">
      <p className="max-w-full flex-none truncate text-12 text-muted group-data-old/panel:hidden">
        {past ? (
          <ThresholdMark threshold={past} unit={panel.unit ?? live.meta.unit} />
        ) : (
          <StatDelta live={live} points={points} range={range} />
        )}
      </p>
      <p className="hidden max-w-full flex-none truncate text-12 text-muted group-data-old/panel:block">
        <LastGood slug={sourceOf(panel.key)} />
      </p>
      <div className="min-w-8 max-w-20 flex-1 @max-[180px]:hidden">
        <Spark points={points} range={range} />
      </div>
    </div>
  );
}
