import { type KeyboardEvent, useEffect, useRef } from "react";
import { type ListRow, MAX_ROW_TEXT } from "../../../../core/boards/list-rows";

interface RowTextProps {
  row: ListRow;
  mayWrite: boolean;
  editing: boolean;
  setEditing: (editing: boolean) => void;
  save: (text: string) => void;
  move: (up: boolean) => void;
}

const shape = "min-w-0 flex-1 py-[5px] text-left wrap-anywhere whitespace-pre-wrap phone:py-3";

/** The words of a row: pressing them opens a field in their place. */
export function RowText({ row, mayWrite, editing, setEditing, save, move }: RowTextProps) {
  const returning = useRef(false);
  const look = row.done ? "text-faint line-through" : "text-body";
  if (!mayWrite) return <span className={`${shape} ${look}`}>{row.text}</span>;
  const close = (byKey: boolean) => {
    returning.current = byKey;
    setEditing(false);
  };
  if (editing) return <RowField row={row} close={close} save={save} move={move} />;
  return (
    <button
      type="button"
      ref={(button) => {
        if (returning.current) button?.focus();
        returning.current = false;
      }}
      onClick={() => setEditing(true)}
      className={`${shape} ${look} rounded-4`}
    >
      <span className="sr-only">Edit: </span>
      {row.text}
    </button>
  );
}

interface RowFieldProps extends Pick<RowTextProps, "row" | "save" | "move"> {
  close: (byKey: boolean) => void;
}

/** Enter and leaving it save, Escape does not; Alt with an arrow moves the row. */
function RowField({ row, close, save, move }: RowFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef<"no" | "saved" | "cancelled">("no");
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, []);
  const end = (how: "saved" | "cancelled") => {
    ended.current = how;
    field.current?.blur();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) end("saved");
    else if (event.key === "Escape") end("cancelled");
    else if (event.altKey && event.key === "ArrowUp") move(true);
    else if (event.altKey && event.key === "ArrowDown") move(false);
    else return;
    event.preventDefault();
  };
  const leave = (typed: string) => {
    const text = typed.trim();
    close(ended.current !== "no");
    if (ended.current !== "cancelled" && text !== "" && text !== row.text) save(text);
  };
  return (
    <textarea
      ref={field}
      aria-label={`Text of: ${row.text}`}
      defaultValue={row.text}
      maxLength={MAX_ROW_TEXT}
      onKeyDown={keyDown}
      onBlur={({ currentTarget }) => leave(currentTarget.value)}
      rows={1}
      className="my-0.5 -ml-1 min-w-0 flex-1 resize-none rounded-4 bg-panel px-1 py-[3px] text-strong outline-2 -outline-offset-1 outline-focus [field-sizing:content] phone:my-1.5 phone:text-16"
    />
  );
}
