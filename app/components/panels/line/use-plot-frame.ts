import { useState } from "react";
import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { useReader } from "../../format/reader-provider";
import { scaleOf } from "../../format/scale";
import { type PlotFrame, plotFrame } from "./plot-frame";
import type { Extent } from "./series";
import { steadyDomain, type YDomain } from "./y-domain";

export interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly thresholds: readonly Threshold[];
}

interface Framed extends Limits {
  /** What must fit; null where there is nothing. */
  readonly extent: Extent | null;
  readonly from: number;
  readonly to: number;
  readonly unit: string | undefined;
  readonly decimals?: number | undefined;
}

/** A plot's frame, its vertical axis standing still as long as the values fit. */
export function usePlotFrame({ extent, from, to, unit, decimals, ...limits }: Framed): PlotFrame {
  const { locale } = useReader();
  const [held, hold] = useState<YDomain | null>(null);
  const limitsAt = limits.thresholds.map(limitOf);
  const low = Math.min(extent?.low ?? 0, ...limitsAt);
  const high = Math.max(extent?.high ?? 1, ...limitsAt);
  const { divisor } = scaleOf(unit, Math.max(Math.abs(low), Math.abs(limits.max ?? high)));
  const y = steadyDomain(held, { low, high, min: limits.min, max: limits.max, divisor });
  if (y !== held) hold(y);
  return plotFrame(from, to, y, { unit, decimals }, locale);
}
