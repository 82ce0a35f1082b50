import { isArray, isObject, type Json } from "../../core/json";
import type { Look } from "../../core/sources/look";
import type { NamedReading } from "../collect-readings";
import type { Sample } from "./exposition";
import { shortened } from "./rate";
import { parseSampleValue } from "./sample-value";
import { asWritten, inOrder, type Labels, seriesName } from "./series-name";
import { guessUnit } from "./unit";

/** So many observations of at most `le`, those of the buckets below included. */
export interface Bucket {
  readonly le: number;
  readonly count: number;
}

const QUANTILES = [0.5, 0.9, 0.99];

/** One histogram: its buckets as one key, and the quantiles of what it has observed since it was last read. */
export function histogramReadings(base: string, buckets: readonly Sample[], named: string, look: Look): NamedReading[] {
  const byLabels = Map.groupBy(buckets, ({ labels: { le: _le, ...labels } }) => JSON.stringify(inOrder(labels)));
  const unit = guessUnit(base, buckets[0]?.help ?? "");
  return [...byLabels.values()].flatMap((some) => {
    const found = bucketsOf(some);
    const labels = inOrder(some[0]?.labels ?? {}).filter(([name]) => name !== "le");
    return found === null ? [] : readingsOf(found, { base, named, labels, unit }, look);
  });
}

/** Lowest first; null where one of them is no bucket. */
function bucketsOf(samples: readonly Sample[]): Bucket[] | null {
  const found: Bucket[] = [];
  for (const { labels, value } of samples) {
    const le = /^\+?inf$/i.test(labels["le"] ?? "") ? Number.POSITIVE_INFINITY : parseSampleValue(labels["le"] ?? "");
    const count = parseSampleValue(value);
    if (typeof le !== "number" || typeof count !== "number") return null;
    found.push({ le, count });
  }
  return found.sort((a, b) => a.le - b.le);
}

interface Named {
  readonly base: string;
  /** The base without the source's prefix. */
  readonly named: string;
  readonly labels: Labels;
  readonly unit: string | undefined;
}

function readingsOf(buckets: readonly Bucket[], { base, named, labels, unit }: Named, look: Look): NamedReading[] {
  const of = (ending: string) => {
    const { path, label } = seriesName(`${named}_${ending}`, labels);
    return { path, label: label === undefined ? {} : { label }, origin: asWritten(`${base}_${ending}`, labels) };
  };
  const { path, label, origin } = of("buckets");
  const since = sinceThen(buckets, look.held(path)?.value);
  const rows = buckets.map(({ le, count }) => ({ id: Number.isFinite(le) ? String(le) : "+Inf", count }));
  return [
    { path, value: rows, meta: { kind: "value", ...label }, origin },
    ...QUANTILES.map((q): NamedReading => {
      const one = of(`p${q * 100}`);
      // Where nothing was observed, what was true of the last observations still is.
      const value = quantile(q, since) ?? numberOf(look.held(one.path)?.value);
      const meta = { kind: "series", ...(unit === undefined ? {} : { unit }), ...one.label } as const;
      return { path: one.path, value, meta, origin: one.origin };
    }),
  ];
}

/** What came to each bucket since they held this; all of it where it held nothing, or its process has started again. */
function sinceThen(buckets: readonly Bucket[], held: Json | undefined): readonly Bucket[] {
  const before = new Map<Json | undefined, Json | undefined>();
  for (const row of held !== undefined && isArray(held) ? held : []) if (isObject(row)) before.set(row.id, row.count);
  const grown = buckets.map(({ le, count }) => {
    const then = before.get(Number.isFinite(le) ? String(le) : "+Inf");
    return { le, count: count - (typeof then === "number" ? then : 0) };
  });
  return grown.some(({ count }) => count < 0) ? buckets : grown;
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/**
 * As PromQL's histogram_quantile has it: evenly spread within a bucket, the lowest of which begins at 0 unless it ends
 * below; what is above all of them counts as the highest. Null without observations.
 */
export function quantile(q: number, buckets: readonly Bucket[]): number | null {
  const total = buckets.at(-1)?.count ?? 0;
  if (total <= 0) return null;
  const rank = q * total;
  const at = buckets.findIndex(({ count }) => count >= rank);
  const [below, bucket] = [buckets[at - 1], buckets[at]];
  if (!bucket) return null;
  if (!Number.isFinite(bucket.le)) return below ? below.le : null;
  const from = below?.le ?? Math.min(0, bucket.le);
  const inside = bucket.count - (below?.count ?? 0);
  const part = inside === 0 ? 1 : (rank - (below?.count ?? 0)) / inside;
  return shortened(from + (bucket.le - from) * part);
}
