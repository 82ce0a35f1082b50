import { NotesButton } from "../notes/notes-button";
import { BoardMenuButton } from "./board-menu-button";
import type { BoardViewMenuProps } from "./board-view-menu";
import { EditButton } from "./edit-button";
import { PauseButton } from "./pause-button";

interface BoardActionsProps extends BoardViewMenuProps {
  mayWrite: boolean;
  mayEdit: boolean;
}

/** What can be done with a board that is looked at, in the page's header. */
export function BoardActions({ document, viewing, mayWrite, mayEdit }: BoardActionsProps) {
  return (
    <>
      <NotesButton {...viewing} mayModerate={mayWrite} />
      <PauseButton />
      <BoardMenuButton document={document} viewing={viewing} />
      {mayEdit ? <EditButton /> : null}
    </>
  );
}
