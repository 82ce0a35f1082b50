import { useMemo, useState } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import { BoardContext } from "../panels/board-context";
import { CrosshairStore } from "../panels/line/crosshair-store";
import { Panel } from "../panels/panel";
import { useFolds } from "../panels/section/use-folds";
import { AloneBar } from "./alone-bar";
import { inReadingOrder } from "./reading-order";
import { useAlone } from "./use-alone";
import { usePanelShortcut } from "./use-panel-shortcut";
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
  const { title } = document;
  const scope = useMemo(
    () => ({ range, mayRetry, boardId, title, patterns, userId, mayWrite, crosshair }),
    [range, mayRetry, boardId, title, patterns, userId, mayWrite, crosshair],
  );
  const alone = useAlone();
  usePanelShortcut(alone);
  const { isFolded } = useFolds(boardId);
  const panels = useMemo(() => withoutFolded(inReadingOrder(document.panels), isFolded), [document, isFolded]);
  const large = document.panels.find(({ id }) => id === alone.id);
  if (large) {
    return (
      <BoardContext value={scope}>
        <div className="flex h-[calc(100dvh-var(--bar))] flex-col px-4 pt-3 pb-4 phone:h-[calc(100dvh-112px)] phone:px-3 phone:pt-2">
          <AloneBar leave={alone.leave} />
          <div data-alone className="grid min-h-0 flex-1 [&>*]:h-auto! [&>*]:[grid-area:auto]!">
            <Panel key={large.id} panel={large} />
          </div>
        </div>
      </BoardContext>
    );
  }
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
