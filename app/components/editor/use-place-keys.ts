import { type KeyboardEvent, useState } from "react";
import type { Panel, Place } from "../../../core/boards/document";
import { edited } from "../../../core/boards/edit";
import { onPhone } from "../../../core/boards/phone-layout";
import { placeWords } from "../../../core/boards/place-words";
import type { Session } from "./use-edit-session";
import type { PanelSteps } from "./use-panel-steps";

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface PlaceKeysOptions {
  readonly panel: Panel;
  readonly on: "grid" | "phone";
  readonly session: Session;
  readonly steps: PanelSteps;
  readonly say: (words: string) => void;
}

/**
 * A panel's handle by the keyboard: arrows move, with Shift they size; each step is said. From Space, or the first arrow,
 * to Space, Enter or another panel it is one step to undo, and Escape takes it back.
 */
export function usePlaceKeys({ panel, on, session, steps, say }: PlaceKeysOptions) {
  const { isHeld, rest, step, grab, takeBack } = useHeld({ panel, on, session, steps, say });
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (arrow) {
      const place = event.shiftKey ? sized(panel.place, arrow) : moved(panel, arrow, on, session.now.panels);
      if (place) step(place);
      else say(`${panel.title || "Panel"} goes no further`);
    } else if (event.key === " ") grab();
    else if (event.key === "Enter") (isHeld ? rest : () => steps.open(panel.id))();
    else if (event.key === "Escape" && isHeld) takeBack();
    else if (event.key === "Backspace" || event.key === "Delete") steps.remove(panel.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { press, rest };
}

/** Whether the panel is held by the keyboard, and what can be done with it then. */
function useHeld({ panel, on, session, say }: PlaceKeysOptions) {
  const [isHeld, hold] = useState(false);
  const run = `place ${panel.id}`;
  const title = panel.title || "Panel";
  const rest = () => {
    if (!isHeld) return;
    hold(false);
    session.act({ type: "rest" });
  };
  const step = (place: Place) => {
    if (!isHeld) session.act({ type: "rest" });
    hold(true);
    session.edit({ type: "place", id: panel.id, place, on }, run);
    const after = edited(session.now, { type: "place", id: panel.id, place, on });
    say(`${title}, ${placeWords(placeOf(after.panels, panel, on), on)}`);
  };
  const grab = () => {
    say(
      isHeld ? `${title} dropped` : `${title} grabbed. Arrows move it, Shift and arrows size it, Escape takes it back`,
    );
    if (isHeld) rest();
    else hold(true);
  };
  const takeBack = () => {
    hold(false);
    session.act({ type: "cancel", run });
    say(`${title} is back where it was`);
  };
  return { isHeld, rest, step, grab, takeBack };
}

function sized({ x, y, w, h }: Place, [right, down]: readonly [number, number]): Place | null {
  const place = { x, y, w: w + right, h: h + down };
  return place.w < 1 || place.h < 1 || x + place.w > 12 || place.h > 40 ? null : place;
}

/** In a phone's column a step is past the whole next panel. */
function moved(
  { id, place }: Panel,
  [right, down]: readonly [number, number],
  on: "grid" | "phone",
  panels: readonly Panel[],
): Place | null {
  if (on === "phone") {
    const column = onPhone(panels);
    const at = column.findIndex(({ panel }) => panel.id === id);
    const next = down === 0 ? undefined : column[at + down];
    return next ? { ...place, y: place.y + down * next.place.h } : null;
  }
  const next = { ...place, x: place.x + right, y: place.y + down };
  return next.x < 0 || next.y < 0 || next.x + next.w > 12 ? null : next;
}

function placeOf(panels: readonly Panel[], { id, place }: Panel, on: "grid" | "phone"): Place {
  if (on === "phone") return onPhone(panels).find(({ panel }) => panel.id === id)?.place ?? place;
  return panels.find((one) => one.id === id)?.place ?? place;
}
