import { useState } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import { BoardContext, type BoardScope } from "../panels/board-context";
import { CrosshairStore } from "../panels/line/crosshair-store";
import { Panel } from "../panels/panel";
import { inReadingOrder } from "./reading-order";

/** The panels of a board in its grid; on a phone one column, in the order in which the grid is read. */
export function Board({ document, range }: { document: BoardDocument; range: number }) {
  const [scope] = useState<BoardScope>(() => ({ range, crosshair: new CrosshairStore() }));
  return (
    <BoardContext value={scope}>
      <div className="grid auto-rows-(--row) grid-cols-12 gap-(--gap) px-4 pt-3 pb-4 phone:auto-rows-auto phone:grid-cols-1 phone:px-3 phone:pt-2">
        {inReadingOrder(document.panels).map((panel) => (
          <Panel key={panel.id} panel={panel} />
        ))}
      </div>
    </BoardContext>
  );
}
