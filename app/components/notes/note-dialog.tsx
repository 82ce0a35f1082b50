import { useEffect, useRef, useState } from "react";
import type { Json } from "../../../core/json";
import { MAX_MARK_TEXT } from "../../../core/people/mark";
import { useAppend } from "../../live/use-append";
import { useReader } from "../format/reader-provider";
import { wallText, wallTime } from "../format/wall-time";
import { ProblemStrip } from "../panels/problem-strip";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { AreaField, Field } from "../ui/field";
import { markTimes } from "./mark-words";
import type { NoteDraft } from "./note-draft";

interface NoteDialogProps {
  boardId: string;
  draft: NoteDraft;
  userId: string;
  /** Whether they may take away what others noted. */
  mayModerate: boolean;
  close: () => void;
}

/** A note on a board's charts, written, read, reworded or taken away. It stays open until that is saved. */
export default function NoteDialog({ boardId, draft, userId, mayModerate, close }: NoteDialogProps) {
  const { pending, problem, append } = useAppend(`$marks.${boardId}`);
  const send = async (data: Json) => {
    if (await append(data)) close();
  };
  const { of } = draft;
  const isOwn = of?.by.id === userId;
  return (
    <Dialog title={of ? "Note" : "New note"} open setOpen={close}>
      {of && !isOwn ? (
        <p className="wrap-anywhere whitespace-pre-wrap text-strong">{of.text}</p>
      ) : (
        <NoteForm draft={draft} isBusy={pending.length > 0} send={send} />
      )}
      {of ? <About draft={draft} /> : null}
      {problem === null ? null : <ProblemStrip problem={problem} />}
      {of && (isOwn || mayModerate) ? (
        <div>
          <Button disabled={pending.length > 0} onClick={() => void send({ of: of.id, text: null })}>
            Remove the note
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function About({ draft: { of } }: { draft: NoteDraft }) {
  const { timeZone } = useReader();
  if (!of) return null;
  return (
    <p className="text-12 text-muted">
      {of.by.name}, {markTimes(of, timeZone)}
      {of.edited === undefined ? "" : ", edited"}
    </p>
  );
}

interface NoteFormProps {
  draft: NoteDraft;
  isBusy: boolean;
  send: (data: Json) => Promise<void>;
}

function NoteForm({ draft: { at, until, of }, isBusy, send }: NoteFormProps) {
  const { timeZone } = useReader();
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const submit = (typed: FormData) => {
    const said = typed.get("text");
    const text = typeof said === "string" ? said.trim() : "";
    if (text === "") return setWrong("Say something.");
    if (of) return void send({ of: of.id, text });
    const [from, to] = [timeOf(typed, "at", timeZone, at), timeOf(typed, "until", timeZone, until)];
    if (from === undefined) return setWrong("Say when.");
    if (to !== undefined && to <= from) return setWrong("It ends before it begins.");
    return void send({ text, at: from, ...(to !== undefined && { until: to }) });
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
      className="grid gap-3"
    >
      <AreaField
        label="What happened"
        name="text"
        rows={3}
        maxLength={MAX_MARK_TEXT}
        defaultValue={of?.text ?? ""}
        error={wrong}
      />
      {of ? null : (
        <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
          <Field label="When" name="at" type="datetime-local" step={1} required defaultValue={wallText(at, timeZone)} />
          <Field
            label="Until (if it took time)"
            name="until"
            type="datetime-local"
            step={1}
            defaultValue={until === undefined ? "" : wallText(until, timeZone)}
          />
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="prime" disabled={isBusy}>
          {isBusy ? "Saving…" : of ? "Save" : "Add the note"}
        </Button>
      </div>
    </form>
  );
}

/** The time in a field; to the millisecond where it was left as it was; undefined where there is none. */
function timeOf(form: FormData, name: string, timeZone: string, given: number | undefined): number | undefined {
  const text = form.get(name);
  if (typeof text !== "string") return undefined;
  const at = wallTime(text, timeZone) ?? undefined;
  return given !== undefined && at === Math.floor(given / 1_000) * 1_000 ? given : at;
}
