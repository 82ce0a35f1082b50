import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button";
import { ProblemStrip } from "../problem-strip";

/** Characters of a note at most. */
const MAX_NOTE = 20_000;

interface NoteEditorProps {
  /** The note as it stands, whoever wrote it. */
  text: string;
  rev: number;
  problem: string | null;
  save: (text: string, over: number) => Promise<boolean>;
  close: () => void;
}

/** The whole text in a field. What somebody else saves meanwhile is shown beside it and never overwritten unseen. */
export function NoteEditor({ text, rev, problem, save, close }: NoteEditorProps) {
  const [typed, setTyped] = useState(text);
  const [base, setBase] = useState({ text, rev });
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const theirs = !saving && rev !== base.rev && text !== base.text && text !== typed ? text : null;
  const take = () => {
    if (field.current) field.current.value = text;
    setTyped(text);
    setBase({ text, rev });
  };
  const submit = async () => {
    if (saving) return;
    setSaving(true);
    const saved = typed === text || (await save(typed, rev));
    setSaving(false);
    if (saved) close();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && typed === base.text) close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form
      className="flex flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        ref={field}
        aria-label="Text of the note"
        // Not bound to the state: a page asks its fields whether a reload would lose what somebody typed.
        defaultValue={text}
        maxLength={MAX_NOTE}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={keyDown}
        className="mx-3 min-h-20 flex-1 resize-none rounded-6 border border-line-control bg-panel p-2 text-strong focus-visible:-outline-offset-1 phone:text-16"
      />
      {theirs === null ? null : <Theirs text={theirs} take={take} />}
      <ProblemStrip problem={problem} />
      <div className="sticky bottom-0 flex justify-end gap-2 bg-panel p-3 pt-2">
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={saving}>
          {theirs === null ? "Save" : "Replace theirs"}
        </Button>
      </div>
    </form>
  );
}

function Theirs({ text, take }: { text: string; take: () => void }) {
  return (
    <div role="status" className="mx-3 mt-2 rounded-6 bg-stale-soft px-3 py-2 text-12">
      <p className="flex items-center gap-2 font-medium text-strong">
        <span className="flex-1">Somebody has changed it meanwhile:</span>
        <Button onClick={take}>Take theirs</Button>
      </p>
      <p className="max-h-24 overflow-y-auto wrap-anywhere whitespace-pre-wrap text-body">{text}</p>
    </div>
  );
}
