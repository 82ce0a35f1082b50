import type { LinePanel as LineDefinition } from "../../../../core/boards/document";
import { WithBefore } from "../../range/with-before";
import { useBoard } from "../board-context";
import { isBlank, type Shown, type ShownSeries } from "../values/shown-value";
import { useSeries } from "../values/use-series";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { beforeSeries } from "./before-series";
import { LegendContext, useLegendChoice } from "./legend-context";
import { PlotOfSources } from "./plot-of-sources";
import { useColoredSeries } from "./use-colored-series";
import { ValuesTable } from "./values-table";

/** Series over time: recorded past and live tail in one line each. */
export default function LinePanel({ panel }: { panel: LineDefinition }) {
  const shown = useSeries(panel.series);
  const worst = worstOf(shown.values, panel.thresholds);
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A line"
      threshold={worst?.level}
      isEmpty={shown.values.every(isBlank)}
      skeleton={<span className="mt-1.5 mr-1 mb-10 ml-6 block flex-1 rounded-4 bg-hover" />}
    >
      <Lines panel={panel} shown={shown} />
    </ValuesShell>
  );
}

function Lines({ panel, shown: { values, slugs } }: { panel: LineDefinition; shown: Shown<ShownSeries> }) {
  const { range } = useBoard();
  const series = useColoredSeries(panel, values);
  const { shown, choice } = useLegendChoice(series);
  return (
    <LegendContext value={choice}>
      <WithBefore entries={panel.series}>
        {(before) => (
          <PlotOfSources
            slugs={slugs}
            panelId={panel.id}
            title={panel.title}
            series={shown}
            // Lines that stand on one another would hide what they are compared with.
            before={panel.stacked ? none : beforeSeries(shown, before)}
            // It is the first line's, whichever else are left out.
            area={panel.area === true && shown[0] === series[0]}
            stacked={panel.stacked ?? false}
            min={panel.min}
            max={panel.max}
            thresholds={panel.thresholds ?? none}
            events={panel.events}
          />
        )}
      </WithBefore>
      <ValuesTable title={panel.title} series={series} range={range} />
    </LegendContext>
  );
}

const none: readonly never[] = [];
