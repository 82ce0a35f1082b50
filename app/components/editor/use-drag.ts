import { type PointerEvent, useEffect, useState } from "react";
import type { Place } from "../../../core/boards/document";
import { onPhone } from "../../../core/boards/phone-layout";
import { placeWords } from "../../../core/boards/place-words";
import { draggedPlace, type Grip, pixelsBetween, roomBelow } from "./dragged-place";
import type { Session } from "./use-edit-session";

/** A panel that is held by a pointer. */
export interface Drag {
  readonly id: string;
  readonly title: string;
  readonly grip: Grip;
  readonly from: Place;
  /** Where it would come to lie if it were let go. */
  readonly place: Place;
  /** How far it still is from there, in pixels. */
  readonly off: { readonly x: number; readonly y: number };
}

interface DragOptions {
  readonly on: "grid" | "phone";
  readonly session: Session;
  readonly say: (words: string) => void;
}

interface Held {
  readonly pageX: number;
  readonly pageY: number;
  readonly width: number;
  /** How far down it can go, in pixels. */
  readonly below: number;
}

/** Moving and sizing panels by a pointer: what is held follows it, and what it would push aside makes room at once. */
export function useDrag({ on, session, say }: DragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  useFollowing(drag);
  const begin = (event: PointerEvent<HTMLElement>, id: string, title: string, from: Place, grip: Grip) => {
    if (event.button !== 0) return;
    const grid = event.currentTarget.closest<HTMLElement>("[data-board-grid]");
    if (!grid) return;
    const { paddingLeft, paddingRight } = getComputedStyle(grid);
    const width = grid.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    event.currentTarget.setPointerCapture(event.pointerId);
    const others = placesBeside(id, on, session);
    const below = grip === "move" ? roomBelow(from, others, width) : Number.POSITIVE_INFINITY;
    setHeld({ pageX: event.pageX, pageY: event.pageY, width, below });
    setDrag({ id, title, grip, from, place: from, off: { x: 0, y: 0 } });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag || !held) return;
    scrollAtEdge(event.clientY);
    const by = { x: event.pageX - held.pageX, y: Math.min(event.pageY - held.pageY, held.below) };
    const place = draggedPlace(drag.from, drag.grip, by, held.width);
    const went = pixelsBetween(drag.from, place, held.width);
    const off = drag.grip === "move" ? { x: on === "phone" ? 0 : by.x - went.x, y: by.y - went.y } : { x: 0, y: 0 };
    setDrag({ ...drag, place, off });
  };
  const end = () => {
    if (!drag) return;
    setDrag(null);
    if (drag.place.x !== drag.from.x || drag.place.y !== drag.from.y || isOtherSize(drag)) {
      session.edit({ type: "place", id: drag.id, place: drag.place, on });
      say(`${drag.title}, ${placeWords(drag.place, on)}`);
    }
  };
  return { drag, begin, move, end, cancel: () => setDrag(null) };
}

function placesBeside(id: string, on: "grid" | "phone", { now }: Session): Place[] {
  const all = on === "phone" ? onPhone(now.panels) : now.panels.map((panel) => ({ panel, place: panel.place }));
  return all.filter(({ panel }) => panel.id !== id).map(({ place }) => place);
}

function isOtherSize({ from, place }: Drag): boolean {
  return from.w !== place.w || from.h !== place.h;
}

const EDGE = 48;
const STEP = 16;

function scrollAtEdge(clientY: number): void {
  if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
  else if (clientY < EDGE) scrollBy(0, -STEP);
}

/** The panel itself goes along with the pointer between two places of the grid. */
function useFollowing(drag: Drag | null): void {
  const id = drag?.id;
  const { x = 0, y = 0 } = drag?.off ?? {};
  useEffect(() => {
    if (id === undefined) return;
    const panel = document.querySelector<HTMLElement>(`[data-panel="${id}"]`);
    if (!panel) return;
    panel.style.translate = `${x}px ${y}px`;
    panel.style.zIndex = "var(--z-handle)";
    return () => {
      panel.style.translate = "";
      panel.style.zIndex = "";
    };
  }, [id, x, y]);
}
