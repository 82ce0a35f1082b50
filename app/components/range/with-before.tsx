import { type ReactNode, useMemo } from "react";
import { spanOf } from "../../../core/range/time-range";
import { REFRESH } from "../../live/history/asked-range";
import { useNow } from "../../live/use-now";
import type { Entry } from "../panels/values/named-keys";
import type { ShownSeries } from "../panels/values/shown-value";
import { useSeries } from "../panels/values/use-series";
import { rangeBefore } from "./range-before";
import { type BoardRange, RangeContext, useBoardRange } from "./range-context";

interface WithBeforeProps {
  entries: readonly Entry[];
  children: (before: readonly ShownSeries[]) => ReactNode;
}

/**
 * What the entries were in the stretch of time before the one that the board shows, moved onto it: at the times that they
 * are compared with. None where nothing is compared.
 */
export function WithBefore({ entries, children }: WithBeforeProps) {
  const board = useBoardRange();
  return board.compares ? (
    <Compared board={board} entries={entries}>
      {children}
    </Compared>
  ) : (
    children(none)
  );
}

const none: readonly ShownSeries[] = [];

function Compared({ board, entries, children }: WithBeforeProps & { board: BoardRange }) {
  const now = useNow(Math.min(REFRESH, spanOf(board.range)));
  const { from, to } = rangeBefore(board.range, now);
  const before = useMemo((): BoardRange => ({ ...board, range: { kind: "past", from, to } }), [board, from, to]);
  return (
    // The hooks of panels read the range from their surroundings: below this, it is the one before.
    <RangeContext value={before}>
      <Moved entries={entries} by={spanOf(board.range)}>
        {(series) => <RangeContext value={board}>{children(series)}</RangeContext>}
      </Moved>
    </RangeContext>
  );
}

function Moved({ entries, by, children }: WithBeforeProps & { by: number }) {
  const { values } = useSeries(entries);
  const moved = useMemo(
    () =>
      values
        .filter(({ isSeries }) => isSeries)
        .map((one) => ({
          ...one,
          at: one.at + by,
          points: one.points.map(([at, value]): [number, number | null] => [at + by, value]),
        })),
    [values, by],
  );
  return children(moved);
}
