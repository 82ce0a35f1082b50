import type { Point } from "../../../../core/protocol/parts";
import { byColumn, OF_A_COLUMN, type Pixel } from "../by-column";
import type { Size } from "../use-size";
import type { PlotFrame } from "./plot-frame";
import type { Band } from "./stack";

/** The square in which the server draws, which knows no size: the browser stretches it to the plot. */
const SQUARE: Size = { width: 1_000, height: 1_000 };

/** What a plot's lines are drawn on: where times and values lie, in pixels from the top left corner. */
export class PlotCanvas {
  readonly width: number;
  readonly height: number;
  readonly #frame: PlotFrame;
  /** Parts of a pixel that places are rounded to: finer is not seen, and the server's text goes over the wire. */
  readonly #grain: number;

  /** @param size of the box that the plot and its margins fill; null where it is not known */
  constructor(frame: PlotFrame, size: Size | null) {
    const { top, right, bottom, left } = frame.margin;
    this.#frame = frame;
    this.#grain = size === null ? 1 : 10;
    this.width = size === null ? SQUARE.width : Math.max(1, size.width - left - right);
    this.height = size === null ? SQUARE.height : Math.max(1, size.height - top - bottom);
  }

  /** A line's corners, not more of them than can be seen. */
  line(points: readonly Point[]): readonly Pixel[] {
    const all = points.map(([at, value]): Pixel => ({ x: this.#x(at), y: value === null ? null : this.#y(value) }));
    return all.length > OF_A_COLUMN * this.width ? byColumn(all, 1) : all;
  }

  /** Where an area ends that belongs to a line: at zero, or as near to it as the axis goes. */
  get ground(): number {
    const { min, max } = this.#frame.y;
    return this.#y(Math.min(max, Math.max(min, 0)));
  }

  /** Both sides of a part of a stack. */
  band(bands: readonly Band[]): { readonly top: readonly Pixel[]; readonly base: readonly Pixel[] } {
    return {
      top: bands.map(([at, , top]) => ({ x: this.#x(at), y: top === null ? null : this.#y(top) })),
      base: bands.map(([at, base]) => ({ x: this.#x(at), y: this.#y(base) })),
    };
  }

  #x(at: number): number {
    const { from, to } = this.#frame;
    return this.#round(((at - from) / (to - from)) * this.width);
  }

  #y(value: number): number {
    const { min, max } = this.#frame.y;
    return this.#round(this.height - ((value - min) / (max - min)) * this.height);
  }

  #round(place: number): number {
    return Math.round(place * this.#grain) / this.#grain;
  }
}
