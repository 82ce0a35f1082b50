import { useMemo, useState } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import { BoardContext } from "../panels/board-context";
import { CrosshairStore } from "../panels/line/crosshair-store";
import { Panel } from "../panels/panel";
import { useFolds } from "../panels/section/use-folds";
import { inReadingOrder } from "./reading-order";
import { withoutFolded } from "./without-folded";

interface BoardProps {
  document: BoardDocument;
  /** How far back charts and sparks look, in milliseconds. */
  range: number;
  mayRetry: boolean;
  boardId: string;
  /** What is subscribed for it. */
  patterns: readonly string[];
  userId: string;
  mayWrite: boolean;
}

/** The panels of a board in its grid; on a phone one column, in the order in which the grid is read. */
export function Board({ document, range, mayRetry, boardId, patterns, userId, mayWrite }: BoardProps) {
  const [crosshair] = useState(() => new CrosshairStore());
  // One object for as long as nothing of it changes: a new one would make every panel draw anew.
  const scope = useMemo(
    () => ({ range, mayRetry, boardId, patterns, userId, mayWrite, crosshair }),
    [range, mayRetry, boardId, patterns, userId, mayWrite, crosshair],
  );
  const { isFolded } = useFolds(boardId);
  const panels = useMemo(() => withoutFolded(inReadingOrder(document.panels), isFolded), [document, isFolded]);
  return (
    <BoardContext value={scope}>
      <div className="grid auto-rows-(--row) grid-cols-12 gap-(--gap) px-4 pt-3 pb-4 phone:auto-rows-auto phone:grid-cols-1 phone:px-3 phone:pt-2">
        {panels.map((panel) => (
          <Panel key={panel.id} panel={panel} />
        ))}
      </div>
    </BoardContext>
  );
}
