import { type ReactNode, useState } from "react";
import { storedId } from "../../../core/boards/panel-copy";
import { usePresence } from "../../live/use-presence";
import { useBoard } from "./board-context";

/** A panel's inside where people write: while one of its fields has the focus, the others on the board see who is at it. */
export function EditingArea({ panel, children }: { panel: string; children: ReactNode }) {
  const [editing, setEditing] = useState(false);
  return (
    // It only listens to what happens in its fields; to everything else it is not there.
    <div
      role="presentation"
      className="contents"
      onFocus={({ target }) => setEditing(target.matches("textarea, input"))}
      onBlur={() => setEditing(false)}
    >
      {editing ? <AtPanel panel={panel} /> : null}
      {children}
    </div>
  );
}

function AtPanel({ panel }: { panel: string }) {
  const { boardId } = useBoard();
  // Others know it by the board's document; a copy of it is of this reader's choice.
  usePresence(boardId, { panel: storedId(panel), editing: true });
  return null;
}
