import { ArrowDown, ArrowUp, Check, GripVertical, Trash2 } from "lucide";
import { memo, useState } from "react";
import { type ListChange, type ListRow, placeRow, setDone, setText } from "../../../../core/boards/list-rows";
import { Icon } from "../../ui/icon";
import { RowAction } from "./row-action";
import { RowText } from "./row-text";

interface ListRowItemProps {
  row: ListRow;
  /** The ids of its neighbours; null at the ends. */
  above: string | null;
  below: string | null;
  mayWrite: boolean;
  edit: (change: ListChange) => void;
  remove: (row: ListRow, after: string | null) => void;
  /** For who cannot see where it went. */
  say: (words: string) => void;
  isDragged: boolean;
  /** At which side of it a row that is dragged would come to stand. */
  dropSide: "before" | "behind" | null;
}

/** One row; drawn anew only when it, or its place, has changed. */
export const ListRowItem = memo(function ListRowItem(props: ListRowItemProps) {
  const { row, above, below, mayWrite, edit, remove, say, isDragged, dropSide } = props;
  const [editing, setEditing] = useState(false);
  const move = (up: boolean) => {
    const other = up ? above : below;
    if (other === null) return;
    edit(placeRow(row.id, up ? "before" : "behind", other));
    say(`Moved ${up ? "up" : "down"}: ${row.text}`);
  };
  return (
    <li
      data-row={row.id}
      data-dragged={isDragged || undefined}
      data-drop={dropSide ?? undefined}
      className="group/row relative flex min-h-7.5 items-start gap-2.5 border-b border-line px-3 hover:bg-hover [&_button]:-outline-offset-2 [content-visibility:auto] [contain-intrinsic-size:auto_30px] phone:min-h-(--thumb) data-dragged:opacity-50 data-[drop=before]:shadow-[inset_0_2px_var(--accent)] data-[drop=behind]:shadow-[inset_0_-2px_var(--accent)]"
    >
      {mayWrite ? <Handle /> : null}
      <Tick row={row} off={!mayWrite} press={() => edit(setDone(row.id, !row.done))} />
      <RowText
        row={row}
        mayWrite={mayWrite}
        editing={editing}
        setEditing={setEditing}
        save={(text) => edit(setText(row.id, text))}
        move={move}
      />
      {mayWrite ? (
        <div className="absolute top-0 right-1 flex h-7.5 items-center rounded-6 bg-hover opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 phone:static phone:-mr-2 phone:hidden phone:h-(--thumb) phone:group-focus-within/row:flex">
          <RowAction name={`Move up: ${row.text}`} icon={ArrowUp} off={above === null} press={() => move(true)} />
          <RowAction name={`Move down: ${row.text}`} icon={ArrowDown} off={below === null} press={() => move(false)} />
          <RowAction name={`Remove: ${row.text}`} icon={Trash2} press={() => remove(row, above)} />
        </div>
      ) : null}
    </li>
  );
});

/** Dragged, it moves the row. The keyboard has buttons and Alt with an arrow for that. */
function Handle() {
  return (
    <span
      data-handle
      aria-hidden
      className="absolute inset-y-0 left-0 grid w-3 cursor-grab touch-none place-items-center text-muted opacity-0 group-hover/row:opacity-100 group-data-dragged/row:cursor-grabbing group-data-dragged/row:opacity-100 pointer-coarse:opacity-100 phone:static phone:order-last phone:-mr-3 phone:h-(--thumb) phone:w-8"
    >
      <Icon of={GripVertical} className="size-3 phone:size-4" />
    </span>
  );
}

/** No input: to the page it would look like something that somebody has typed and not saved. */
function Tick({ row, off, press }: { row: ListRow; off: boolean; press: () => void }) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={row.done}
      aria-label={row.text}
      disabled={off}
      onClick={press}
      className="group/tick grid h-7.5 shrink-0 place-items-center outline-none! phone:-ml-3 phone:size-(--thumb)"
    >
      <span className="grid size-4 place-items-center rounded-4 border border-line-control outline-offset-2 outline-focus group-focus-visible/tick:outline-2 group-aria-checked/tick:border-accent group-aria-checked/tick:bg-accent group-aria-checked/tick:text-on-accent phone:size-5">
        {row.done ? <Icon of={Check} className="size-3" strokeWidth={2.5} /> : null}
      </span>
    </button>
  );
}
