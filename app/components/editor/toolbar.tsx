import { Plus, Redo2, Settings2, Smartphone, Trash2, Undo2 } from "lucide";
import { Button, ButtonLink } from "../ui/button";
import { Glyph } from "../ui/glyph";
import { Icon } from "../ui/icon";
import type { Opened } from "./drawer";
import type { Session } from "./use-edit-session";

interface ToolbarProps {
  readonly session: Session;
  readonly open: (opened: Opened) => void;
  readonly address: string;
  readonly isPhone: boolean;
  /** null where the page is a phone's anyway. */
  readonly setPhone: ((isPhone: boolean) => void) | null;
}

/** Of a phone's width the tools take all: words where there is nothing else to see, and are heard. */
const noRoom = "phone:sr-only";

/** What can be done with the board that is edited, in the page's header; on a phone, above the places. */
export function Toolbar({ session, open, address, isPhone, setPhone }: ToolbarProps) {
  const { isUnsaved, saving } = session;
  return (
    <div
      role="toolbar"
      aria-label="Editing"
      className="flex items-center gap-1.5 phone:fixed phone:inset-x-0 phone:bottom-15 phone:z-(--z-header) phone:overflow-x-auto phone:border-t phone:border-line phone:bg-panel phone:p-1.5"
    >
      <Steps session={session} />
      <Button icon={<Icon of={Plus} />} title="Add panel (a)" onClick={() => open({ type: "add" })}>
        <span className={noRoom}>Add panel</span>
      </Button>
      <Button
        icon={<Icon of={Settings2} />}
        aria-label="Board settings"
        title="Board settings"
        onClick={() => open({ type: "board" })}
      />
      {setPhone ? (
        <Button
          icon={<Icon of={Smartphone} />}
          aria-label="Phone layout"
          title="Phone layout"
          aria-pressed={isPhone}
          onClick={() => setPhone(!isPhone)}
        />
      ) : null}
      <SaveState session={session} />
      {isUnsaved ? (
        <Button
          icon={<Icon of={Trash2} className="not-phone:hidden" />}
          title="Discard changes"
          onClick={session.discard}
        >
          <span className={noRoom}>Discard</span>
        </Button>
      ) : null}
      <Button
        variant="prime"
        off={!isUnsaved || saving.state === "saving"}
        onClick={() => void session.save()}
        aria-keyshortcuts="Control+S"
      >
        Save
      </Button>
      <ButtonLink to={address} variant="default" title="Done (e)">
        Done
      </ButtonLink>
    </div>
  );
}

function Steps({ session: { act, canUndo, canRedo } }: { session: Session }) {
  return (
    <>
      <Button
        icon={<Icon of={Undo2} />}
        aria-label="Undo"
        title="Undo"
        off={!canUndo}
        onClick={() => act({ type: "undo" })}
      />
      <Button
        icon={<Icon of={Redo2} />}
        aria-label="Redo"
        title="Redo"
        off={!canRedo}
        onClick={() => act({ type: "redo" })}
      />
    </>
  );
}

function SaveState({ session: { isUnsaved, saving } }: { session: Session }) {
  const words =
    saving.state === "saving"
      ? "Saving …"
      : saving.state === "failed"
        ? "Not saved"
        : isUnsaved
          ? "Unsaved changes"
          : saving.state === "saved"
            ? "Saved"
            : "";
  return (
    <span
      role="status"
      aria-label="Saving"
      className={`flex items-center gap-1.5 px-1 whitespace-nowrap text-12 text-muted ${saving.state === "failed" ? "" : noRoom}`}
    >
      {saving.state === "failed" ? <Glyph name="failing" /> : null}
      {words}
    </span>
  );
}
