import { useState } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import type { Conflict } from "../../../core/boards/merge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { memberWords } from "./member-words";
import type { Session } from "./use-edit-session";

/** Where two people changed the same, each shows what they made of it, and whoever saves second chooses. */
export function ClashDialog({ session }: { session: Session }) {
  const { clash, saving } = session;
  const [asked, ask] = useState<number | null>(null);
  const [theirs, setTheirs] = useState<ReadonlySet<string | null>>(new Set());
  if (!clash) return null;
  const who = clash.theirs.savedBy || "Somebody else";
  const isOpen = asked !== clash.theirs.version;
  if (!isOpen) return <Reminder who={who} open={() => ask(null)} />;
  const choose = (panel: string | null, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(panel);
    else next.delete(panel);
    setTheirs(next);
  };
  return (
    <Dialog
      title={`${who} changed what you changed`}
      size="wide"
      open
      setOpen={(open) => (open ? null : ask(clash.theirs.version))}
    >
      <p className="text-muted">
        {who} saved this board while you edited it. What differs is below; everything else is merged. Nothing is saved
        until you have chosen.
      </p>
      {clash.conflicts.length > 1 ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setTheirs(new Set())}>Keep mine for all</Button>
          <Button onClick={() => setTheirs(new Set(clash.conflicts.map(({ panel }) => panel)))}>
            Take {who}’s for all
          </Button>
        </div>
      ) : null}
      {clash.conflicts.map((conflict) => (
        <OneClash
          key={conflict.panel}
          conflict={conflict}
          who={who}
          mine={session.now}
          theirs={clash.theirs.document}
          isTheirs={theirs.has(conflict.panel)}
          choose={(isTheirs) => choose(conflict.panel, isTheirs)}
        />
      ))}
      <div className="flex justify-end gap-2">
        <Button onClick={() => ask(clash.theirs.version)}>Not yet</Button>
        <Button
          variant="prime"
          off={saving.state === "saving"}
          onClick={() => session.settle((panel) => theirs.has(panel))}
        >
          Save with these choices
        </Button>
      </div>
    </Dialog>
  );
}

function Reminder({ who, open }: { who: string; open: () => void }) {
  return (
    <div className="fixed right-4 bottom-4 z-(--z-header) flex items-center gap-2 rounded-8 border border-line-strong bg-raised px-3 py-2 shadow-float">
      <p>{who} changed what you changed.</p>
      <Button onClick={open}>Compare</Button>
    </div>
  );
}

interface OneClashProps {
  readonly conflict: Conflict;
  readonly who: string;
  readonly mine: BoardDocument;
  readonly theirs: BoardDocument;
  readonly isTheirs: boolean;
  readonly choose: (isTheirs: boolean) => void;
}

function OneClash({ conflict, who, mine, theirs, isTheirs, choose }: OneClashProps) {
  const { panel, members } = conflict;
  const find = ({ panels }: BoardDocument) => panels.find(({ id }) => id === panel);
  const [own, other] = panel === null ? [mine, theirs] : [find(mine), find(theirs)];
  const title = panel === null ? "The board itself" : (find(mine)?.title ?? find(theirs)?.title) || "Panel";
  const side = (label: string, of: object | undefined, value: boolean) => (
    <label className="grid cursor-pointer content-start gap-1 rounded-6 border border-line p-3 has-checked:border-accent has-checked:bg-selected">
      <span className="flex items-center gap-2 font-medium text-strong">
        <input type="radio" name={`clash ${panel}`} checked={isTheirs === value} onChange={() => choose(value)} />
        {label}
      </span>
      {memberWords(of, members).map((line) => (
        <span key={line} className="text-12 text-muted wrap-anywhere">
          {line}
        </span>
      ))}
    </label>
  );
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-14 font-medium text-strong">{title}</legend>
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
        {side("Yours", own, false)}
        {side(`${who}’s`, other, true)}
      </div>
    </fieldset>
  );
}
