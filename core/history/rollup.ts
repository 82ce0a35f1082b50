import * as v from "valibot";
import { finite } from "../schema/finite";
import type { Block } from "./block";

const known = v.array(v.nullable(finite()));
/** Of one series, an entry a step. Where `count` is 0 nothing is known, and the others are null. */
const columns = v.object({ min: known, max: known, mean: known, last: known, count: v.array(finite()) });
type Columns = v.InferOutput<typeof columns>;

/**
 * A page's series over a stretch of time, summed up in equal steps. `start` (milliseconds since 1970) and `step`
 * (milliseconds) say where each entry of the columns stands. `mean` is that of the points that were recorded, each as
 * heavy as the other, as in Prometheus' avg_over_time.
 */
export const rollup = v.object({ start: finite(), step: finite(), v: v.record(v.string(), columns) });
export type Rollup = v.InferOutput<typeof rollup>;

export interface Span {
  readonly start: number;
  readonly step: number;
  readonly steps: number;
}

/** What is known of one series in one step. */
export interface Summary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly last: number;
  readonly count: number;
}

/** Sums up recorded points. What lies outside the span is left out. Blocks are in the order of their times. */
export function rollUp(blocks: readonly Block[], span: Span): Rollup {
  const v: Record<string, Columns> = {};
  for (const { t, v: series } of blocks) {
    for (const [key, values] of Object.entries(series)) {
      for (const [i, value] of values.entries()) {
        const at = t[i];
        if (at === undefined || value === null) continue;
        put(v, key, span, at, { min: value, max: value, mean: value, last: value, count: 1 });
      }
    }
  }
  return { start: span.start, step: span.step, v };
}

/** Sums up what is summed up already in finer steps, in the order of their times. */
export function coarser(finer: readonly Rollup[], span: Span): Rollup {
  const v: Record<string, Columns> = {};
  for (const one of finer) {
    for (const key of Object.keys(one.v)) {
      for (const [at, summary] of summariesOf(one, key)) put(v, key, span, at, summary);
    }
  }
  return { start: span.start, step: span.step, v };
}

/** A series' summaries with the beginning of their step, oldest first; steps of which nothing is known are left out. */
export function summariesOf({ start, step, v }: Rollup, key: string): [at: number, summary: Summary][] {
  const series = v[key];
  if (!series) return [];
  return series.count.flatMap((count, i): [number, Summary][] => {
    const { min = null, max = null, mean = null, last = null } = entry(series, i);
    if (count === 0 || min === null || max === null || mean === null || last === null) return [];
    return [[start + i * step, { min, max, mean, last, count }]];
  });
}

function entry({ min, max, mean, last }: Columns, i: number) {
  return { min: min[i], max: max[i], mean: mean[i], last: last[i] };
}

function put(v: Record<string, Columns>, key: string, { start, step, steps }: Span, at: number, one: Summary): void {
  const i = Math.floor((at - start) / step);
  if (i < 0 || i >= steps) return;
  v[key] ??= nothing(steps);
  const series = v[key];
  const before = series.count[i] ?? 0;
  const count = before + one.count;
  series.min[i] = Math.min(series.min[i] ?? one.min, one.min);
  series.max[i] = Math.max(series.max[i] ?? one.max, one.max);
  // Moved towards the new one by its share: a sum of large numbers would overflow where their mean does not.
  const [mean, share] = [series.mean[i] ?? one.mean, one.count / count];
  series.mean[i] = mean + (one.mean * share - mean * share);
  series.last[i] = one.last;
  series.count[i] = count;
}

function nothing(steps: number): Columns {
  const unknown = () => Array.from({ length: steps }, () => null);
  return {
    min: unknown(),
    max: unknown(),
    mean: unknown(),
    last: unknown(),
    count: Array.from({ length: steps }, () => 0),
  };
}
