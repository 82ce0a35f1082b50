import { useLayoutEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { useSearchParams } from "react-router";
import type { BoardDocument, Panel } from "../../../core/boards/document";
import { edited } from "../../../core/boards/edit";
import { firstFreePlace } from "../../../core/boards/first-free-place";
import { ClashDialog } from "./clash-dialog";
import { Drawer, type Opened } from "./drawer";
import type { EditorProps } from "./editor";
import { Frames } from "./frames";
import { LeaveGuard } from "./leave-guard";
import { SaveTrouble } from "./save-trouble";
import { shownDraft } from "./shown-draft";
import { Toolbar } from "./toolbar";
import { useAddFromAddress } from "./use-add-from-address";
import { useClipboard } from "./use-clipboard";
import { type Drag, useDrag } from "./use-drag";
import type { Session } from "./use-edit-session";
import { useEditorKeys } from "./use-editor-keys";
import { useNarrow } from "./use-narrow";
import { usePanelSteps } from "./use-panel-steps";

interface EditingBoardProps extends EditorProps {
  readonly session: Session;
}

/** The board while it is edited: a frame over each panel, the tools in the header, the drawer, and what is said of it all. */
export function EditingBoard({ session, toolbar, show, slug, boardId, userId, address }: EditingBoardProps) {
  const asked = useSearchParams()[0].get("open");
  const [selected, select] = useState<string | null>(null);
  const [opened, open] = useState(() => firstOpened(session.now, asked));
  const [isPhone, setPhone] = useState(false);
  const [said, say] = useState("");
  const [previewed, preview] = useState<Panel | null>(null);
  const isNarrow = useNarrow();
  const on = isPhone || isNarrow ? "phone" : "grid";
  const { now } = session;
  const drag = useDrag({ on, session, say });
  const steps = usePanelSteps({ session, select, open, say });
  const draft = useMemo(() => withPreview(now, previewed), [now, previewed]);
  useShown({ draft, drag: drag.drag, on, isDrawerOpen: opened !== null, show });
  useEditorKeys({ session, steps, selected, open, address });
  useClipboard({ session, steps, selected });
  useAddFromAddress({ slug, steps });
  return (
    <>
      <Frames
        panels={shownDraft(now, on).panels}
        {...{ on, selected, select, drag, steps, boardId, userId, say, session }}
        added={draft === now ? null : addedTo(now, shownDraft(draft, on))}
      />
      {toolbar
        ? createPortal(
            <Toolbar {...{ session, steps, open, address, isPhone, setPhone: isNarrow ? null : setPhone }} />,
            toolbar,
          )
        : null}
      <p role="status" aria-label="Editing" className="sr-only">
        {said}
      </p>
      <SaveTrouble session={session} />
      {opened ? <Drawer {...{ opened, open, session, steps, slug, boardId, preview }} /> : null}
      <ClashDialog session={session} />
      <LeaveGuard session={session} />
    </>
  );
}

/** An empty board asks for its first panel; a panel's menu may have asked for its settings. */
function firstOpened({ panels }: BoardDocument, asked: string | null): Opened | null {
  if (panels.length === 0) return { type: "add" };
  return asked !== null && panels.some(({ id }) => id === asked) ? { type: "panel", id: asked } : null;
}

/** The board with a panel that is only looked at: in place of the one of its id, or where it would be added. */
function withPreview(now: BoardDocument, panel: Panel | null): BoardDocument {
  if (!panel) return now;
  const isThere = now.panels.some(({ id }) => id === panel.id);
  if (isThere) return edited(now, { type: "panel", panel });
  return edited(now, { type: "add", panels: [{ ...panel, place: firstFreePlace(now.panels, panel.place) }] });
}

function addedTo({ panels }: BoardDocument, draft: BoardDocument): Panel | null {
  return draft.panels.find(({ id }) => panels.every((one) => one.id !== id)) ?? null;
}

interface ShownOptions extends Pick<EditorProps, "show"> {
  /** What is edited, with a panel that is only looked at. */
  readonly draft: BoardDocument;
  readonly drag: Drag | null;
  readonly on: "grid" | "phone";
  readonly isDrawerOpen: boolean;
}

/** Hands the page what it is to show: the draft, with the panel that is dragged where it would come to lie. */
function useShown({ draft, drag, on, isDrawerOpen, show }: ShownOptions): void {
  useLayoutEffect(() => {
    const document = drag ? edited(draft, { type: "place", id: drag.id, place: drag.place, on }) : draft;
    show({ document: shownDraft(document, on), on, isDrawerOpen });
  }, [draft, drag, on, isDrawerOpen, show]);
  useLayoutEffect(() => () => show(null), [show]);
}
