import { useMemo } from "react";
import type { LinePanel as LineDefinition } from "../../../../core/boards/document";
import { sourceOf } from "../../../../core/keys/name";
import { useLiveKeys } from "../../../live/use-live-keys";
import { formatSpan } from "../../format/age";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { slugsOf } from "../slugs-of";
import { usePanelLoading } from "../use-panel-loading";
import { usePointsOf } from "../use-points-of";
import { type NamedKey, namedKeys } from "./line-series";
import { PlotOfSources } from "./plot-of-sources";
import { seriesColor } from "./series";
import { ValuesTable } from "./values-table";

/** Series over time: recorded past and live tail in one line each. */
export function LinePanel({ panel }: { panel: LineDefinition }) {
  const values = useLiveKeys(panel.series.map(({ key }) => key));
  const slugs = slugsOf(
    panel.series.map(({ key }) => key),
    values,
  );
  const keys = useMemo(() => namedKeys(panel.series, values), [panel.series, values]);
  const loading = usePanelLoading(slugs);
  const wrong = keys.find(({ live }) => live.value !== null && typeof live.value !== "number");
  if (wrong) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="A line needs a number">
          <code>{wrong.live.key}</code> is {JSON.stringify(wrong.live.value).slice(0, 60)}
        </PanelMessage>
      </PanelShell>
    );
  }
  if (keys.length > 0) return <Lines panel={panel} slugs={slugs} keys={keys} />;
  return (
    <PanelShell panel={panel} slugs={slugs} body={loading ? "loading" : "empty"}>
      {loading ? (
        <span className="mt-1.5 mr-1 mb-10 ml-6 block flex-1 rounded-4 bg-hover" />
      ) : (
        <PanelMessage title={panel.series.length === 1 ? "No such key" : "None of these keys is there"}>
          <code>{panel.series.map(({ key }) => key).join(", ")}</code>
        </PanelMessage>
      )}
    </PanelShell>
  );
}

function Lines({ panel, slugs, keys }: { panel: LineDefinition; slugs: readonly string[]; keys: NamedKey[] }) {
  const { range } = useBoard();
  const points = usePointsOf(keys.map(({ live }) => live.key));
  const series = useMemo(
    () =>
      keys.map(({ live, name }, i) => ({
        key: live.key,
        name,
        unit: live.meta.unit,
        color: seriesColor(i),
        points: points[i] ?? [],
      })),
    [keys, points],
  );
  const empty = series.every((one) => one.points.every(([, value]) => value === null));
  return (
    <PanelShell panel={panel} slugs={slugs} {...(empty && { body: "empty" as const })}>
      {empty ? (
        <PanelMessage title={`No values in the last ${formatSpan(range)}`}>
          {keys.map(({ name }) => name).join(", ")}
        </PanelMessage>
      ) : (
        <>
          <PlotOfSources
            slugs={keys.map(({ live }) => sourceOf(live.key))}
            panelId={panel.id}
            title={panel.title}
            series={series}
            area={panel.area ?? false}
            min={panel.min}
            max={panel.max}
            threshold={panel.above}
          />
          <ValuesTable title={panel.title} series={series} range={range} />
        </>
      )}
    </PanelShell>
  );
}
