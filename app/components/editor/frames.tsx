import { useEffect, useRef } from "react";
import type { Panel } from "../../../core/boards/document";
import { placeStyle } from "../panels/place-style";
import { useHere } from "../people/use-here";
import { PanelFrame } from "./panel-frame";
import type { useDrag } from "./use-drag";
import type { Session } from "./use-edit-session";
import type { PanelSteps } from "./use-panel-steps";

export interface FramesProps {
  readonly panels: readonly Panel[];
  /** A panel that is on the board only to be looked at. */
  readonly added: Panel | null;
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
export function Frames({ panels, added, drag, boardId, userId, ...rest }: FramesProps) {
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
      {added ? <Added panel={added} /> : null}
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

/** Lies over a panel that would be added, and keeps it in sight. */
function Added({ panel: { place } }: { panel: Panel }) {
  const box = useRef<HTMLDivElement>(null);
  const at = `${place.x} ${place.y} ${place.w} ${place.h}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another place it is looked for anew
  useEffect(() => {
    // It gives a promise in some browsers.
    box.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div
      ref={box}
      aria-hidden
      style={placeStyle(place)}
      className="relative z-(--z-handle) scroll-my-16 rounded-8 phone:scroll-mb-(--sheet) outline-2 outline-accent outline-dashed [grid-area:var(--place)]"
    />
  );
}
