import { Star } from "lucide";
import { type DragEvent, useState } from "react";
import { Link } from "react-router";
import type { Move } from "../../../core/boards/moved";
import { useNow } from "../../live/use-now";
import { agoWords } from "../sources/duration-words";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { BoardHandle, DRAGGED } from "./board-handle";
import { BoardMenu } from "./board-menu";
import type { ListedBoard } from "./listed-board";
import { ThumbnailValue } from "./thumbnail-value";

interface Props {
  readonly board: ListedBoard;
  /** The boards of its group, in their order. */
  readonly group: readonly string[];
  readonly folders: readonly string[];
  /** Milliseconds of past in the spark. */
  readonly range: number;
  readonly mayWrite: boolean;
  readonly isStarred: boolean;
  readonly star: (id: string) => void;
  readonly move: (move: Move, words: string) => void;
}

/** One board of the workspace: its name, who changed it, and one value that lives. All of it leads there. */
export function BoardCard({ board, group, folders, range, mayWrite, isStarred, star, move }: Props) {
  const { id, slug, title, thumbnail } = board;
  const drop = useDrop(board, group, move);
  return (
    <li
      {...drop.events}
      data-board={slug}
      className={`relative grid min-w-0 content-between gap-3 rounded-8 border bg-panel p-4 hover:border-line-strong ${drop.isOver ? "border-accent" : "border-line"}`}
    >
      <div className="flex min-w-0 items-start gap-2">
        <StarButton title={title} isStarred={isStarred} toggle={() => star(id)} />
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-14 font-medium text-strong" title={title}>
            {/* The link's box is the card, so that the whole of it is one target. */}
            <Link
              to={`b/${slug}`}
              className="after:absolute after:inset-0 after:rounded-8 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
            >
              {title}
            </Link>
          </h3>
          <BoardWords board={board} />
        </div>
        {mayWrite ? (
          // Above the link that the rest of the card is.
          <div className="relative z-1 -mt-1 -mr-2 flex">
            <BoardHandle slug={slug} title={title} group={group} move={move} />
            <BoardMenu slug={slug} title={title} folder={board.folder} folders={folders} />
          </div>
        ) : null}
      </div>
      <div className="flex h-12 min-w-0 items-center justify-between gap-3 rounded-6 bg-well px-3">
        {thumbnail ? (
          <ThumbnailValue thumbnail={thumbnail} range={range} />
        ) : (
          <span className="text-12 text-muted">No single number on this board</span>
        )}
      </div>
    </li>
  );
}

function BoardWords({ board: { panels, changedAt, changedBy } }: Pick<Props, "board">) {
  const age = agoWords(Math.max(0, useNow(60_000) - changedAt));
  return (
    <p className="truncate text-12 text-muted">
      {panels === 1 ? "One panel" : `${panels} panels`}, changed{" "}
      <time dateTime={new Date(changedAt).toISOString()}>{age === "now" ? "just now" : age}</time>
      {changedBy === "" ? "" : ` by ${changedBy}`}
    </p>
  );
}

function StarButton({ title, isStarred, toggle }: { title: string; isStarred: boolean; toggle: () => void }) {
  return (
    <button
      type="button"
      disabled={!useHydrated()}
      aria-pressed={isStarred}
      aria-label={`Star ${title}`}
      title={isStarred ? "Starred" : "Star"}
      onClick={toggle}
      className="relative z-1 -mt-1 -ml-1.5 grid size-7 shrink-0 place-items-center rounded-6 text-muted hover:bg-hover aria-pressed:text-accent phone:size-(--thumb)"
    >
      <Icon of={Star} className={`size-4 ${isStarred ? "fill-current" : ""}`} />
    </button>
  );
}

/** A board that is dropped on this one takes its place. */
function useDrop({ slug, title }: ListedBoard, group: readonly string[], move: Props["move"]) {
  const [isOver, setOver] = useState(false);
  const isBoard = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(DRAGGED);
  const events = {
    onDragOver: (event: DragEvent) => {
      if (!isBoard(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!isBoard(event)) return;
      event.preventDefault();
      const dragged = event.dataTransfer.getData(DRAGGED);
      if (dragged === slug) return;
      const isLater = group.includes(dragged) && group.indexOf(dragged) < group.indexOf(slug);
      move({ slug: dragged, side: isLater ? "after" : "before", other: slug }, `Moved beside ${title}`);
    },
  };
  return { isOver, events };
}
