import { Plus } from "lucide";
import { nanoid } from "nanoid";
import type { FormEvent } from "react";
import { addRow, type ListChange, MAX_ROW_TEXT } from "../../../../core/boards/list-rows";
import { Icon } from "../../ui/icon";
import { SavingNote } from "../../ui/saving-note";

interface AddRowProps {
  edit: (change: ListChange) => void;
  isSaving: boolean;
}

/** The line at the end of a list: what is typed there is its next row. */
export function AddRow({ edit, isSaving }: AddRowProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("text");
    if (typeof text !== "string" || text.trim() === "") return;
    edit(addRow(nanoid(), text.trim()));
    event.currentTarget.reset();
  };
  return (
    <form data-hands onSubmit={submit} className="flex items-center gap-2 px-3 pt-2 pb-3">
      <label className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-6 border border-line-control bg-panel px-2.5 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus phone:h-(--thumb)">
        <Icon of={Plus} className="size-4 shrink-0 text-muted" />
        <span className="sr-only">Add to the list</span>
        <input
          name="text"
          maxLength={MAX_ROW_TEXT}
          placeholder="Add to the list"
          enterKeyHint="done"
          autoComplete="off"
          className="min-w-0 flex-1 bg-transparent text-strong outline-none placeholder:text-faint phone:text-16"
        />
      </label>
      {isSaving ? <SavingNote /> : null}
    </form>
  );
}
