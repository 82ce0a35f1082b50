import { GripVertical } from "lucide";
import type { KeyboardEvent } from "react";
import type { Move } from "../../../core/boards/moved";
import { Icon } from "../ui/icon";

/** What a dragged board is called among other things that may be dragged over the page. */
export const DRAGGED = "application/x-deltaboard-board";

interface BoardHandleProps {
  slug: string;
  title: string;
  /** The boards of its group, in their order. */
  group: readonly string[];
  move: (move: Move, words: string) => void;
}

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Puts a board elsewhere in the list: by dragging it onto another, or with the arrows. */
export function BoardHandle({ slug, title, group, move }: BoardHandleProps) {
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = group.indexOf(slug) + step;
    const other = group[to];
    if (other === undefined) return;
    const side = step === 1 ? "after" : "before";
    move({ slug, side, other }, `${title} is at ${to + 1} of ${group.length} now`);
  };
  return (
    <button
      type="button"
      draggable
      data-handle={slug}
      aria-label={`Move ${title}`}
      title="Drag it, or press the arrow keys"
      onKeyDown={press}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, slug);
        dataTransfer.effectAllowed = "move";
      }}
      className="grid size-7 cursor-grab place-items-center rounded-6 text-muted hover:bg-hover phone:hidden"
    >
      <Icon of={GripVertical} className="size-4" />
    </button>
  );
}
