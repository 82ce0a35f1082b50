/**
 * Where the crosshair of a board stands: a time, and the panel whose pointer or focus put it there. `anchor`: the time
 * where a selection began, which reaches from there to the crosshair.
 */
export interface Crosshair {
  readonly time: number;
  readonly panelId: string;
  readonly anchor?: number;
}

/**
 * One crosshair for all charts of a board, by time. Not the chart library's own sync: that one matches equal positions
 * of equal data, and the series here have points at times of their own. Outside of React, so that moving it renders
 * the crosshairs and no chart.
 */
export class CrosshairStore {
  readonly #listeners = new Set<() => void>();
  #current: Crosshair | null = null;

  readonly read = (): Crosshair | null => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  move(next: Crosshair | null): void {
    this.#current = next;
    for (const listener of this.#listeners) listener();
  }

  /** Takes it away, unless another panel has it by now. */
  leave(panelId: string): void {
    if (this.#current?.panelId === panelId) this.move(null);
  }
}
