import { useMemo, useState } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import { BoardContext } from "../panels/board-context";
import { CrosshairStore } from "../panels/line/crosshair-store";
import { Panel } from "../panels/panel";
import { useFolds } from "../panels/section/use-folds";
import { AloneBar } from "./alone-bar";
import { inReadingOrder } from "./reading-order";
import { useAlone } from "./use-alone";
import type { BoardEditing } from "./use-editing";
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
  editing?: BoardEditing | null;
}

const grid = "grid auto-rows-(--row) grid-cols-12 gap-(--gap) px-4 pt-3 pb-4 phone:px-3 phone:pt-2";
const looked = "phone:auto-rows-auto phone:grid-cols-1";
/** Every panel at its place, on a phone as well: the frames over the panels stand in the same grid. */
const edited = "pb-24! [&>[data-panel]]:h-auto! [&>[data-panel]]:[grid-area:var(--place)]!";

function lookOf(editing: BoardEditing | null): string {
  if (!editing) return `${grid} ${looked}`;
  const width = editing.on === "phone" ? "mx-auto max-w-[390px]" : "";
  return `${grid} ${edited} ${width} ${editing.isDrawerOpen ? "mr-96! phone:mr-0!" : ""}`;
}

/** The panels of a board in its grid; on a phone one column, in the order in which the grid is read. */
export function Board({ document, range, mayRetry, boardId, patterns, userId, mayWrite, editing = null }: BoardProps) {
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
  const isEditing = editing !== null;
  const panels = useMemo(() => {
    const read = inReadingOrder(document.panels);
    return isEditing ? read : withoutFolded(read, isFolded);
  }, [document, isFolded, isEditing]);
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
      <div data-board-grid className={lookOf(editing)}>
        {editing?.frames}
        {panels.map((panel) => (
          <Panel key={panel.id} panel={panel} />
        ))}
      </div>
    </BoardContext>
  );
}
