import { useMemo } from "react";
import type { GridPanel as GridDefinition } from "../../../../core/boards/document";
import { formatNumber } from "../../format/number";
import { useReader } from "../../format/reader-provider";
import { useToldApart } from "../values/use-told-apart";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { worstOf } from "../worst-of";
import { Cell } from "./cell";
import { cellsOf, type GridCell, summaryOf } from "./cells";

/** Cells that are drawn at most: a page with ten thousand stands still. */
const MOST = 400;

/** Many keys at a glance: each a small field with its state. */
export default function GridPanel({ panel }: { panel: GridDefinition }) {
  const entries = useMemo(() => panel.keys.map((key) => ({ key })), [panel]);
  const shown = useValues(entries);
  const values = useToldApart(shown.values);
  const cells = useMemo(() => cellsOf(values, panel), [values, panel]);
  const drawn = cells.length > MOST ? cells.toSorted((a, b) => b.grade - a.grade).slice(0, MOST) : cells;
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.keys}
      threshold={worstOf(cells, panel.thresholds)?.level}
      skeleton={<GridSkeleton cells={panel.place.w * panel.place.h} />}
      flush
    >
      <ul className="grid shrink-0 grid-cols-[repeat(auto-fill,minmax(min(128px,100%),1fr))] gap-1 px-3">
        {drawn.map((cell) => (
          <Cell key={cell.id} cell={cell} severalSources={shown.slugs.length > 1} />
        ))}
      </ul>
      <Summary cells={cells} more={cells.length - drawn.length} />
    </ValuesShell>
  );
}

function Summary({ cells, more }: { cells: readonly GridCell[]; more: number }) {
  const { locale } = useReader();
  return (
    <p className="sticky bottom-0 mt-auto flex gap-3 bg-panel px-3 py-2 text-12 text-muted">
      {summaryOf(cells).map(({ word, count, tone }) => (
        <span key={word} className={tone}>
          {formatNumber(count, locale)} {word}
        </span>
      ))}
      {more > 0 ? <span className="ml-auto">{formatNumber(more, locale)} more, none of them worse</span> : null}
    </p>
  );
}

function GridSkeleton({ cells }: { cells: number }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-1 overflow-hidden">
      {Array.from({ length: cells }, (_, i) => (
        <span key={i} className="block h-12 rounded-4 bg-hover" />
      ))}
    </div>
  );
}
