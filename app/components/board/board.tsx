import { type ReactNode, useMemo, useRef, useState } from "react";
import type { BoardDocument, Panel as PanelDefinition } from "../../../core/boards/document";
import { storedId } from "../../../core/boards/panel-copy";
import { useNoteKey } from "../notes/use-note-key";
import { BoardContext } from "../panels/board-context";
import { CrosshairStore } from "../panels/line/crosshair-store";
import { Panel } from "../panels/panel";
import { useFolds } from "../panels/section/use-folds";
import { AlonePanel } from "./alone-panel";
import { inReadingOrder } from "./reading-order";
import { useAlone } from "./use-alone";
import type { BoardEditing } from "./use-editing";
import { useKeptScroll } from "./use-kept-scroll";
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
  /** Lays the panels out elsewhere than in the grid: on a wall. */
  arrange?: ((panels: readonly PanelDefinition[]) => ReactNode) | undefined;
}

const grid = "grid auto-rows-(--row) grid-cols-12 gap-(--gap) px-4 pt-3 pb-4 phone:px-3 phone:pt-2";
const looked = "phone:auto-rows-auto phone:grid-cols-1";
/** Every panel at its place, on a phone as well: the frames over the panels stand in the same grid. */
const edited = "pb-24! [&>[data-panel]]:h-auto! [&>[data-panel]]:[grid-area:var(--place)]!";

function lookOf(editing: BoardEditing | null): string {
  if (!editing) return `${grid} ${looked}`;
  const width = editing.on === "phone" ? "mx-auto max-w-[390px]" : "";
  return `${grid} ${edited} ${width} ${editing.isDrawerOpen ? "mr-96! phone:mr-0! phone:pb-(--sheet)!" : ""}`;
}

/** The panels of a board in its grid; on a phone one column, in the order in which the grid is read. */
export function Board(props: BoardProps) {
  const { document, range, mayRetry, boardId, patterns, userId, mayWrite, editing = null, arrange } = props;
  const [crosshair] = useState(() => new CrosshairStore());
  // One object for as long as nothing of it changes: a new one would make every panel draw anew.
  const { title } = document;
  const scope = useMemo(
    () => ({ range, mayRetry, boardId, title, patterns, userId, mayWrite, crosshair }),
    [range, mayRetry, boardId, title, patterns, userId, mayWrite, crosshair],
  );
  useNoteKey(crosshair, !arrange && editing === null);
  const alone = useAlone();
  usePanelShortcut(alone, !arrange && editing === null);
  const box = useRef<HTMLDivElement>(null);
  const { isFolded } = useFolds(boardId);
  const isEditing = editing !== null;
  const panels = useMemo(() => {
    const read = inReadingOrder(document.panels);
    return isEditing ? read : withoutFolded(read, isFolded);
  }, [document, isFolded, isEditing]);
  useKeptScroll(box, panels.map(({ id }) => id).join(" "));
  // An address that names a panel which repeats shows the first of it.
  const large =
    document.panels.find(({ id }) => id === alone.id) ?? document.panels.find(({ id }) => storedId(id) === alone.id);
  if (arrange) return <BoardContext value={scope}>{arrange(panels)}</BoardContext>;
  if (large) {
    return (
      <BoardContext value={scope}>
        <AlonePanel panel={large} leave={alone.leave} />
      </BoardContext>
    );
  }
  return (
    <BoardContext value={scope}>
      <div ref={box} data-board-grid className={lookOf(editing)}>
        {editing?.frames}
        {panels.map((panel) => (
          <Panel key={panel.id} panel={panel} />
        ))}
      </div>
    </BoardContext>
  );
}
