import { formatNumber } from "../../format/number";
import { type Scale, scaleOf } from "../../format/scale";
import type { YDomain } from "./y-domain";

/** Where the plot lies in its panel, in pixels: the same for the server's picture, the chart and the crosshair. */
export interface PlotFrame {
  readonly from: number;
  readonly to: number;
  readonly y: YDomain;
  readonly scale: Scale;
  readonly labels: readonly string[];
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

const FIGURE = 7;

/** How the numbers are written: in which unit, and with so many figures behind the point where somebody said. */
interface Written {
  readonly unit: string | undefined;
  readonly decimals?: number | undefined;
}

export function plotFrame(
  from: number,
  to: number,
  y: YDomain,
  { unit, decimals: fixed }: Written,
  locale: string,
): PlotFrame {
  const scale = scaleOf(unit, Math.max(Math.abs(y.min), Math.abs(y.max)), fixed);
  const step = ((y.ticks[1] ?? y.max) - (y.ticks[0] ?? y.min)) / scale.divisor;
  const decimals = [0, 1, 2, 3, 4, 5].find((places) => isWhole(step * 10 ** places)) ?? 6;
  const largest = Math.max(...y.ticks.map(Math.abs)) / scale.divisor;
  const labels = y.ticks.map((tick) =>
    // Nothing is written in short where the others have a power of ten.
    formatNumber(tick / scale.divisor, locale, tick === 0 && decimals === 6 ? 0 : decimals, scale.currency, largest),
  );
  const longest = Math.max(...labels.map((label) => label.length));
  return {
    from,
    to,
    y,
    scale,
    labels,
    // Rounded up in steps, so that a longer label seldom moves the plot.
    margin: { top: 6, right: 4, bottom: 20, left: Math.max(24, Math.ceil((longest * FIGURE + 8) / 4) * 4) },
  };
}

/** Tells a vertical axis from others: on another one everything lies elsewhere. */
export function axisOf({ y: { min, max } }: PlotFrame): string {
  return `${min} ${max}`;
}

/** A share of the plot's width and height, as percentages for CSS. */
export function placeOf(frame: PlotFrame, at: number, value: number): { left: string; top: string } {
  return {
    left: `${share((at - frame.from) / (frame.to - frame.from))}%`,
    top: `${share(1 - (value - frame.y.min) / (frame.y.max - frame.y.min))}%`,
  };
}

function share(part: number): number {
  return Math.round(part * 10_000) / 100;
}

function isWhole(value: number): boolean {
  return Math.round(value) !== 0 && Math.abs(value - Math.round(value)) < 1e-6;
}
