import type { Panel } from "../../../core/boards/document";
import { placeStyle } from "../panels/place-style";
import { useHere } from "../people/use-here";
import { PanelFrame } from "./panel-frame";
import type { useDrag } from "./use-drag";
import type { Session } from "./use-edit-session";
import type { PanelSteps } from "./use-panel-steps";

export interface FramesProps {
  readonly panels: readonly Panel[];
  readonly on: "grid" | "phone";
  readonly selected: string | null;
  readonly select: (id: string | null) => void;
  readonly drag: ReturnType<typeof useDrag>;
  readonly steps: PanelSteps;
  readonly session: Session;
  readonly say: (words: string) => void;
  readonly boardId: string;
  readonly userId: string;
}

/** A frame over each panel of the board, in the same grid; while one is dragged, where it would come to lie. */
export function Frames({ panels, drag, boardId, userId, ...rest }: FramesProps) {
  const here = useHere(boardId);
  const held = drag.drag;
  return (
    <>
      {held ? (
        <div
          aria-hidden
          style={placeStyle(held.place)}
          className="pointer-events-none rounded-8 border border-dashed border-accent bg-selected [grid-area:var(--place)]"
        />
      ) : null}
      {panels
        .toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x)
        .map((panel) => (
          <PanelFrame
            key={panel.id}
            panel={panel}
            drag={drag}
            others={here.filter(
              ({ id, places }) => id !== userId && places.some((place) => place.panel === panel.id && place.editing),
            )}
            {...rest}
          />
        ))}
    </>
  );
}
