import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import { useBoardRange } from "../../range/range-context";
import { useBoard } from "../board-context";
import { crosshairStep } from "./crosshair-keys";

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
export function useCrosshairInput({ layer, panelId, from, to, time }: Input) {
  const { crosshair } = useBoard();
  const { zoom, isZoomed } = useBoardRange();
  const isHere = () => crosshair.read()?.panelId === panelId;
  const anchor = () => (isHere() ? crosshair.read()?.anchor : undefined);
  const put = (at: number, since: number | undefined) =>
    crosshair.move({ panelId, time: at, ...(since === undefined ? {} : { anchor: since }) });
  const timeUnder = ({ clientX }: PointerEvent): number | null => {
    const box = layer.current?.getBoundingClientRect();
    if (!box || box.width === 0) return null;
    const share = (clientX - box.left) / box.width;
    return Math.round(from + Math.min(1, Math.max(0, share)) * (to - from));
  };
  const zoomTo = (one: number, other: number) => {
    crosshair.leave(panelId);
    zoom(one, other);
  };
  return {
    onPointerMove(event: PointerEvent) {
      const at = timeUnder(event);
      if (at !== null) put(at, anchor());
    },
    onPointerDown(event: PointerEvent) {
      const at = timeUnder(event);
      if (at === null) return;
      // A finger that moves along reads values: it could not also draw.
      const draws = event.pointerType !== "touch" && event.button === 0;
      if (draws) event.currentTarget.setPointerCapture(event.pointerId);
      put(at, draws ? at : undefined);
    },
    onPointerUp(event: PointerEvent) {
      const [at, since, width] = [timeUnder(event), anchor(), layer.current?.clientWidth ?? 0];
      if (at === null || since === undefined) return;
      if ((Math.abs(at - since) / (to - from)) * width < A_CLICK) put(at, undefined);
      else zoomTo(since, at);
    },
    onPointerCancel: () => crosshair.leave(panelId),
    onPointerLeave: () => crosshair.leave(panelId),
    onBlur: () => crosshair.leave(panelId),
    onKeyDown(event: KeyboardEvent) {
      const since = anchor();
      const standing = { from, to, time: isHere() ? time : null, isSelecting: since !== undefined, isZoomed };
      const step = crosshairStep(event, standing);
      if (step === undefined) return;
      event.preventDefault();
      if (step.do === "leave") crosshair.leave(panelId);
      else if (step.do === "move") put(step.time, step.selects ? (since ?? time ?? to) : undefined);
      else if (time !== null && since !== undefined) zoomTo(since, time);
    },
  };
}
