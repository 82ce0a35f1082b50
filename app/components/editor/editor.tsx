import { useState } from "react";
import { useLocation } from "react-router";
import type { BoardDocument } from "../../../core/boards/document";
import { usePresence } from "../../live/use-presence";
import { draftPlace } from "../board/draft-place";
import type { SavedBoard } from "../board/fetch-board";
import { DraftChoice } from "./draft-choice";
import { type Draft, dropDraft, readDraft } from "./draft-store";
import { EditingBoard } from "./editing-board";
import { useEditSession } from "./use-edit-session";

/** What the page around the editor shows for it. */
export interface ShownDraft {
  readonly document: BoardDocument;
  readonly on: "grid" | "phone";
  /** Whether the drawer is open beside the board, or below it. */
  readonly isDrawerOpen: boolean;
}

export interface EditorProps {
  readonly saved: SavedBoard;
  /** Of the board's page. */
  readonly address: string;
  readonly slug: string;
  readonly boardId: string;
  readonly userId: string;
  /** In the page's header. */
  readonly toolbar: HTMLElement | null;
  readonly show: (draft: ShownDraft | null) => void;
  readonly onSaved: (saved: SavedBoard) => void;
}

/** Editing a board. What was left unsaved here before is offered first; nothing is changed until that is decided. */
export default function Editor(props: EditorProps) {
  const place = draftPlace(props.userId, props.boardId);
  const state: unknown = useLocation().state;
  const [found] = useState(() => readDraft(place));
  const [draft, setDraft] = useState<Draft | null | undefined>(() => {
    return found === null ? null : state === "go on" ? found : undefined;
  });
  usePresence(props.boardId, { editing: true });
  if (draft !== undefined) return <Begun {...props} place={place} draft={draft} />;
  return (
    <DraftChoice
      at={found?.at ?? 0}
      goOn={() => setDraft(found)}
      discard={() => {
        dropDraft(place);
        setDraft(null);
      }}
    />
  );
}

interface BegunProps extends EditorProps {
  readonly place: string;
  readonly draft: Draft | null;
}

function Begun({ place, draft, ...props }: BegunProps) {
  const session = useEditSession({ ...props, place, draft });
  return <EditingBoard {...props} session={session} />;
}
