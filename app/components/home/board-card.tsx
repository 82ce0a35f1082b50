import { LayoutGrid } from "lucide-react";
import { Link } from "react-router";
import { BoardMenu } from "./board-menu";
import type { Thumbnail } from "./thumbnail";
import { ThumbnailValue } from "./thumbnail-value";

interface Props {
  readonly board: {
    readonly slug: string;
    readonly title: string;
    readonly panels: number;
    readonly thumbnail: Thumbnail | null;
  };
  /** Milliseconds of past in the spark. */
  readonly range: number;
  readonly mayWrite: boolean;
}

/** One board of the workspace: its name, its size and one value that lives. All of it leads there. */
export function BoardCard({ board, range, mayWrite }: Props) {
  const { slug, title, panels, thumbnail } = board;
  return (
    <li className="relative grid min-w-0 content-between gap-3 rounded-8 border border-line bg-panel p-4 hover:border-line-strong">
      <div className="flex items-start gap-3">
        <span className="grid size-9 shrink-0 place-items-center rounded-6 border border-line text-muted">
          <LayoutGrid aria-hidden className="size-4.5" strokeWidth={1.5} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-14 font-medium text-strong" title={title}>
            {/* The link's box is the card, so that the whole of it is one target. */}
            <Link
              to={`b/${slug}`}
              className="after:absolute after:inset-0 after:rounded-8 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
            >
              {title}
            </Link>
          </h2>
          <p className="text-muted">{panels === 1 ? "One panel" : `${panels} panels`}</p>
        </div>
        {mayWrite ? (
          // Above the link that the rest of the card is.
          <div className="relative z-1">
            <BoardMenu slug={slug} title={title} />
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
