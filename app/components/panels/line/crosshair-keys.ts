/** What a key does to a crosshair: moves it, drawing a selection along or not; zooms to the selection; or takes it away. */
export type CrosshairStep =
  | { readonly do: "move"; readonly time: number; readonly selects: boolean }
  | { readonly do: "zoom" | "leave" };

export interface Standing {
  /** The ends of what is shown. */
  readonly from: number;
  readonly to: number;
  /** Where it stands; null: nowhere. */
  readonly time: number | null;
  /** Whether something is selected. */
  readonly isSelecting: boolean;
  /** Whether the board is zoomed, which Escape undoes rather than this. */
  readonly isZoomed: boolean;
}

/** How far an arrow key moves it: a fiftieth of what is shown. */
const STEPS = 50;

/** Undefined: not a key for a crosshair that stands like this. */
export function crosshairStep(
  { key, shiftKey: selects }: { readonly key: string; readonly shiftKey: boolean },
  { from, to, time, isSelecting, isZoomed }: Standing,
): CrosshairStep | undefined {
  if (key === "Enter") return isSelecting ? { do: "zoom" } : undefined;
  if (key === "Escape") return isSelecting || (time !== null && !isZoomed) ? { do: "leave" } : undefined;
  const next = nextTime(key, time ?? to, from, to);
  return next === undefined ? undefined : { do: "move", time: Math.round(Math.min(to, Math.max(from, next))), selects };
}

function nextTime(key: string, time: number, from: number, to: number): number | undefined {
  const step = (to - from) / STEPS;
  if (key === "ArrowLeft" || key === "ArrowDown") return time - step;
  if (key === "ArrowRight" || key === "ArrowUp") return time + step;
  if (key === "PageDown") return time - 5 * step;
  if (key === "PageUp") return time + 5 * step;
  if (key === "Home") return from;
  if (key === "End") return to;
  return undefined;
}
