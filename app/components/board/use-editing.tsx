import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import type { BoardDocument } from "../../../core/boards/document";
import type { EditorProps, ShownDraft } from "../editor/editor";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useHydrated } from "../ui/use-hydrated";
import { variableCode } from "../variables/variable-code";

const editorCode = componentCode(async () => {
  // Whoever edits may give the board its first variable.
  const [editor] = await Promise.all([import("../editor/editor"), variableCode.load()]);
  return editor;
});
const Editor = loadableComponent(editorCode);

/** How a board shows that it is being edited. */
export interface BoardEditing {
  /** On a phone's layout the panels stand in one column, as wide as a phone. */
  readonly on: "grid" | "phone";
  /** A drawer beside the board takes of its width. */
  readonly isDrawerOpen: boolean;
  /** In the same grid as the panels. */
  readonly frames: ReactNode;
}

interface Editing {
  /** The board to show: the draft while there is one. */
  readonly document: BoardDocument;
  /** Null while the board is only looked at. */
  readonly editing: BoardEditing | null;
  /** For the page's header: where the editor puts its buttons. */
  readonly toolbar: ReactNode;
}

interface EditingOptions extends Omit<EditorProps, "toolbar" | "show"> {
  readonly mayEdit: boolean;
}

/** Editing is explicit: `?edit=1`, by the button or by `e`. Its code is loaded then, and by nobody else. */
export function useEditing({ mayEdit, ...options }: EditingOptions): Editing {
  const [search, setSearch] = useSearchParams();
  const isOn = mayEdit && search.has("edit");
  const hydrated = useHydrated();
  const [draft, show] = useState<ShownDraft | null>(null);
  const [toolbar, setToolbar] = useState<HTMLElement | null>(null);
  const { saved } = options;
  if (!isOn) return { document: saved.document, editing: null, toolbar: null };
  const leave = () =>
    setSearch((now) => new URLSearchParams([...now].filter(([name]) => name !== "edit")), { replace: true });
  const editor = <Editor key={options.boardId} {...options} toolbar={toolbar} show={show} />;
  return {
    document: draft?.document ?? saved.document,
    toolbar: <div ref={setToolbar} className="contents" />,
    editing: {
      on: draft?.on ?? "grid",
      isDrawerOpen: draft?.isDrawerOpen ?? false,
      frames: hydrated ? <Wanted unwant={leave}>{editor}</Wanted> : null,
    },
  };
}
