import { useMemo } from "react";
import type { LinePanel as LineDefinition } from "../../../../core/boards/document";
import { formatSpan } from "../../format/age";
import { useBoard } from "../board-context";
import { PanelMessage } from "../panel-message";
import { PanelShell } from "../panel-shell";
import { NoValues } from "../values/no-values";
import type { Shown, ShownSeries } from "../values/shown-value";
import { useSeries } from "../values/use-series";
import { PlotOfSources } from "./plot-of-sources";
import { type Series, seriesColor } from "./series";
import { ValuesTable } from "./values-table";

/** Series over time: recorded past and live tail in one line each. */
export function LinePanel({ panel }: { panel: LineDefinition }) {
  const shown = useSeries(panel.series);
  const { values, slugs, problem } = shown;
  const isLoading = shown.isLoading && problem === null;
  const wrong = values.find(({ value }) => value !== null && typeof value !== "number");
  if (wrong) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title="A line needs a number">
          <code>{wrong.id}</code> is {JSON.stringify(wrong.value).slice(0, 60)}
        </PanelMessage>
      </PanelShell>
    );
  }
  if (values.length > 0) return <Lines panel={panel} shown={shown} />;
  return (
    <PanelShell panel={panel} slugs={slugs} body={isLoading ? "loading" : "empty"}>
      {isLoading ? (
        <span className="mt-1.5 mr-1 mb-10 ml-6 block flex-1 rounded-4 bg-hover" />
      ) : (
        <NoValues asked={panel.series.map(({ key }) => key)} problem={problem} />
      )}
    </PanelShell>
  );
}

function Lines({ panel, shown: { values, slugs } }: { panel: LineDefinition; shown: Shown<ShownSeries> }) {
  const { range } = useBoard();
  const series = useMemo(
    () =>
      values.map(({ id, name, unit, points }, i): Series => {
        return { key: id, name, unit: panel.unit ?? unit, decimals: panel.decimals, color: seriesColor(i), points };
      }),
    [values, panel],
  );
  const empty = series.every((one) => one.points.every(([, value]) => value === null));
  return (
    <PanelShell panel={panel} slugs={slugs} {...(empty && { body: "empty" as const })}>
      {empty ? (
        <PanelMessage title={`No values in the last ${formatSpan(range)}`}>
          {values.map(({ name }) => name).join(", ")}
        </PanelMessage>
      ) : (
        <>
          <PlotOfSources
            slugs={slugs}
            panelId={panel.id}
            title={panel.title}
            series={series}
            area={panel.area ?? false}
            stacked={panel.stacked ?? false}
            min={panel.min}
            max={panel.max}
            thresholds={panel.thresholds ?? none}
          />
          <ValuesTable title={panel.title} series={series} range={range} />
        </>
      )}
    </PanelShell>
  );
}

const none: NonNullable<LineDefinition["thresholds"]> = [];
