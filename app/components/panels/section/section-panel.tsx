import { ChevronDown, ChevronRight } from "lucide";
import type { SectionPanel as SectionDefinition } from "../../../../core/boards/document";
import { Icon } from "../../ui/icon";
import { useBoard } from "../board-context";
import { placeStyle } from "../place-style";
import { useFolds } from "./use-folds";

/** The heading of a stretch of the board, which it folds away and back. */
export function SectionPanel({ panel }: { panel: SectionDefinition }) {
  const { boardId } = useBoard();
  const { isFolded, fold } = useFolds(boardId);
  const folded = isFolded(panel);
  const Chevron = folded ? ChevronRight : ChevronDown;
  return (
    <div
      data-panel={panel.id}
      data-kind={panel.type}
      style={placeStyle(panel.place, panel.phone)}
      className="flex min-w-0 items-end border-b border-line [grid-area:var(--place)] phone:h-(--height) phone:[grid-area:auto]"
    >
      <h2 className="flex min-w-0 flex-1 text-14 font-medium text-strong">
        <button
          type="button"
          aria-expanded={!folded}
          onClick={() => fold(panel, !folded)}
          className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-4 text-left hover:bg-hover phone:h-(--thumb)"
        >
          <Icon of={Chevron} className="size-4 shrink-0 text-muted" />
          <span title={panel.title} className="truncate">
            {panel.title}
          </span>
        </button>
      </h2>
    </div>
  );
}
