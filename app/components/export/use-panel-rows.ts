import { useMemo } from "react";
import type { Panel } from "../../../core/boards/document";
import { patternsOf, type Viewing } from "../../../core/boards/patterns";
import { boundsOf } from "../../../core/range/time-range";
import { useNow } from "../../live/use-now";
import { useSeries } from "../panels/values/use-series";
import { useFollowed } from "../people/use-followed";
import { useBoardRange } from "../range/range-context";
import { type DataRow, dataRows } from "./data-row";

type Entries = Parameters<typeof useSeries>[0];

interface PanelRows {
  readonly rows: readonly DataRow[];
  readonly bounds: { readonly from: number; readonly to: number };
}

/** What a panel shows, as rows, in the range that its board shows; as it was, while the board is paused. */
export function usePanelRows(panel: Panel, { boardId, userId }: Viewing): PanelRows {
  const { list } = useFollowed(userId);
  const entries = useMemo(() => entriesOf(panel, { boardId, userId }, list), [panel, boardId, userId, list]);
  const { values } = useSeries(entries);
  const { range } = useBoardRange();
  const now = useNow();
  return useMemo(() => {
    const bounds = boundsOf(range, now);
    return { bounds, rows: dataRows(values, bounds) };
  }, [values, range, now]);
}

function entriesOf(panel: Panel, viewing: Viewing, followed: readonly string[]): Entries {
  switch (panel.type) {
    case "stat":
      return [{ key: panel.key, name: panel.title }, ...(panel.of === undefined ? [] : [{ key: panel.of }])];
    case "gauge":
      return [{ key: panel.key, name: panel.title }];
    case "line":
    case "bar":
    case "pie":
      return panel.series;
    case "grid":
    case "table":
      return panel.keys.map((key) => ({ key }));
    case "followed":
      return followed.map((key) => ({ key }));
    case "discussion":
      return [{ key: `$rooms.${viewing.boardId}` }];
    case "list":
    case "note":
    case "events":
    case "status":
    case "text":
    case "section":
      return patternsOf(panel, viewing).map((key) => ({ key }));
  }
}
