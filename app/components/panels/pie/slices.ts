import { seriesColor } from "../line/series";
import type { ShownValue } from "../values/shown-value";

export interface Slice {
  readonly id: string;
  readonly name: string;
  /** The names of those that it stands for, where they are several. */
  readonly names?: string;
  readonly value: number;
  /** Of the whole, from 0 to 1. */
  readonly share: number;
  /** Where it begins, from 0 to 1. */
  readonly from: number;
  readonly color: string;
}

export interface Pie {
  readonly slices: readonly Slice[];
  readonly sum: number;
  /** Those below zero, which are no share of anything, and those without a value. */
  readonly left: readonly ShownValue[];
}

const MOST = 8;

/** The values as shares of their sum, in the order of the entries: the eight largest, and what is left of them as one. */
export function pieOf(values: readonly ShownValue[]): Pie {
  const parts = values.flatMap((one) =>
    typeof one.value === "number" && one.value >= 0 ? [{ id: one.id, name: one.name, value: one.value }] : [],
  );
  const left = values.filter(({ value }) => value === null || (typeof value === "number" && value < 0));
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const kept = keptOf(parts);
  let from = 0;
  const slices = kept.map((part, i): Slice => {
    const share = sum === 0 ? 0 : part.value / sum;
    const slice = { ...part, share, from, color: part.id === OTHER ? "var(--text-faint)" : seriesColor(i) };
    from += share;
    return slice;
  });
  return { slices, sum, left };
}

/** No key can be called so. */
const OTHER = "";

type Part = Pick<Slice, "id" | "name" | "names" | "value">;

function keptOf(parts: readonly Part[]): Part[] {
  if (parts.length <= MOST) return [...parts];
  const largest = new Set(parts.toSorted((a, b) => b.value - a.value).slice(0, MOST));
  const rest = parts.filter((part) => !largest.has(part));
  const value = rest.reduce((total, part) => total + part.value, 0);
  const names = rest.map(({ name }) => name).join(", ");
  return [...parts.filter((part) => largest.has(part)), { id: OTHER, name: `Other, ${rest.length}`, names, value }];
}
