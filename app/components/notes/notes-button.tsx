import { Flag } from "lucide";
import { useRef, useState, useSyncExternalStore } from "react";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { drafting } from "./note-draft";

const NotesCard = loadableComponent(componentCode(() => import("./notes-card")));
const NoteDialog = loadableComponent(componentCode(() => import("./note-dialog")));

interface NotesButtonProps {
  boardId: string;
  userId: string;
  mayModerate: boolean;
}

const none = () => null;

/** The notes on a board's charts, and the dialog for the one that is being written. Both are loaded when they are wanted. */
export function NotesButton({ boardId, userId, mayModerate }: NotesButtonProps) {
  const hydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const draft = useSyncExternalStore(drafting.subscribe, drafting.read, none);
  // On a phone the board's menu does it: there is no room for the flag.
  useShortcut({ keys: "g n", does: "Lists the notes on the charts", group: "Board" }, () => setOpen(true));
  const unwant = () => {
    setOpen(false);
    drafting.put(null);
  };
  return (
    <>
      <span ref={anchor} className="phone:self-stretch">
        <span className="phone:hidden">
          <Button
            variant="quiet"
            disabled={!hydrated}
            aria-label="Notes on the charts"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            title="Notes on the charts"
            icon={<Icon of={Flag} />}
            onClick={() => setOpen(!isOpen)}
          />
        </span>
      </span>
      <Wanted unwant={unwant}>
        {isOpen ? <NotesCard boardId={boardId} anchor={anchor} close={() => setOpen(false)} /> : null}
        {draft ? <NoteDialog {...{ boardId, userId, mayModerate, draft }} close={() => drafting.put(null)} /> : null}
      </Wanted>
    </>
  );
}
