import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import { type BoardRange, useBoardRange } from "../../range/range-context";
import { useBoard } from "../board-context";
import { crosshairStep } from "./crosshair-keys";
import type { CrosshairStore } from "./crosshair-store";

/** A press that moves less (CSS pixels) draws no stretch of time. */
const A_CLICK = 5;

interface Input {
  readonly layer: RefObject<HTMLElement | null>;
  readonly panelId: string;
  readonly from: number;
  readonly to: number;
  /** Where the crosshair stands on this chart; null: nowhere. */
  readonly time: number | null;
}

/** What pointer and keys do over a chart: move the board's crosshair, and draw the stretch of time to zoom to. */
export function useCrosshairInput(input: Input) {
  const hand = new Hand(useBoard().crosshair, input.panelId, useBoardRange());
  const leave = () => hand.leave();
  return {
    ...pointing(hand, input),
    onPointerCancel: leave,
    onPointerLeave: leave,
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => press(event, hand, input),
  };
}

/** One panel's hand on the board's crosshair. */
class Hand {
  readonly isZoomed: boolean;
  readonly #store: CrosshairStore;
  readonly #panelId: string;
  readonly #zoom: BoardRange["zoom"];

  constructor(store: CrosshairStore, panelId: string, { isZoomed, zoom }: BoardRange) {
    this.#store = store;
    this.#panelId = panelId;
    this.#zoom = zoom;
    this.isZoomed = isZoomed;
  }

  get isHere(): boolean {
    return this.#store.read()?.panelId === this.#panelId;
  }

  /** Where a selection began on this chart. */
  get anchor(): number | undefined {
    return this.isHere ? this.#store.read()?.anchor : undefined;
  }

  put(time: number, anchor: number | undefined): void {
    this.#store.move({ panelId: this.#panelId, time, ...(anchor === undefined ? {} : { anchor }) });
  }

  leave(): void {
    this.#store.leave(this.#panelId);
  }

  zoom(one: number, other: number): void {
    this.leave();
    this.#zoom(one, other);
  }
}

function pointing(hand: Hand, { layer, from, to }: Input) {
  const timeUnder = ({ clientX }: PointerEvent): number | null => {
    const box = layer.current?.getBoundingClientRect();
    if (!box || box.width === 0) return null;
    const share = (clientX - box.left) / box.width;
    return Math.round(from + Math.min(1, Math.max(0, share)) * (to - from));
  };
  return {
    onPointerMove(event: PointerEvent) {
      const at = timeUnder(event);
      if (at !== null) hand.put(at, hand.anchor);
    },
    onPointerDown(event: PointerEvent) {
      const at = timeUnder(event);
      if (at === null) return;
      // A finger that moves along reads values: it could not also draw.
      const draws = event.pointerType !== "touch" && event.button === 0;
      if (draws) event.currentTarget.setPointerCapture(event.pointerId);
      hand.put(at, draws ? at : undefined);
    },
    onPointerUp(event: PointerEvent) {
      const [at, since, width] = [timeUnder(event), hand.anchor, layer.current?.clientWidth ?? 0];
      if (at === null || since === undefined) return;
      if ((Math.abs(at - since) / (to - from)) * width < A_CLICK) hand.put(at, undefined);
      else hand.zoom(since, at);
    },
  };
}

function press(event: KeyboardEvent, hand: Hand, { from, to, time }: Input): void {
  const { anchor, isHere, isZoomed } = hand;
  const standing = { from, to, time: isHere ? time : null, isSelecting: anchor !== undefined, isZoomed };
  const step = crosshairStep(event, standing);
  if (step === undefined) return;
  event.preventDefault();
  if (step.do === "leave") hand.leave();
  else if (step.do === "move") hand.put(step.time, step.selects ? (anchor ?? time ?? to) : undefined);
  else if (time !== null && anchor !== undefined) hand.zoom(anchor, time);
}
