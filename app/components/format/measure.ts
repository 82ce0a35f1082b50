import type { Json } from "../../../core/json";
import { decimalsFor, formatNumber, formatSigned, isZero } from "./number";
import { type Scale, scaleOf } from "./scale";

export interface Measure {
  readonly text: string;
  readonly unit: string;
}

const NOTHING: Measure = { text: "-", unit: "" };
/** How programs write what is no number; JSON has no other way to bring it. */
const NO_NUMBER = /^[+-]?(?:nan|inf|infinity)$/i;

/** Characters that are shown of a value at most: a list may be 256 kB of JSON. */
const LONGEST = 200;

/** A key's value in words: numbers scaled by their unit, text as it is, anything deeper as JSON, nothing as "-". */
export function measure(value: Json, unit: string | undefined, locale: string, decimals?: number): Measure {
  if (value === null || value === "") return NOTHING;
  if (typeof value === "number") return measureAt(value, scaleOf(unit, value, decimals), locale);
  if (typeof value === "boolean") return { text: value ? "yes" : "no", unit: "" };
  if (typeof value === "string" && NO_NUMBER.test(value)) return NOTHING;
  return { text: (typeof value === "string" ? value : JSON.stringify(value)).slice(0, LONGEST), unit: "" };
}

/** The number at a scale chosen elsewhere, so that it can be read against others. */
export function measureAt(value: number, scale: Scale, locale: string): Measure {
  if (!Number.isFinite(value)) return NOTHING;
  return {
    text: formatNumber(value / scale.divisor, locale, decimalsAt(value, scale), scale.currency),
    unit: scale.unit,
  };
}

/** A number somebody set, a limit or a whole: as the values it stands by, without needless noughts ("of 32 GiB"). */
export function measureLimit(value: number, scale: Scale, locale: string): Measure {
  const scaled = value / scale.divisor;
  return Number.isInteger(scaled)
    ? { text: formatNumber(scaled, locale, 0, scale.currency), unit: scale.unit }
    : measureAt(value, scale, locale);
}

/** Value and unit in one text, for labels and titles. */
export function written({ text, unit }: Measure): string {
  return unit === "" ? text : `${text} ${unit}`;
}

/** How far a value moved, at the value's own scale; a change of a percentage is in points. Null: too little to show. */
export function change(from: number, to: number, unit: string | undefined, locale: string): Measure | null {
  const scale = scaleOf(unit, to);
  const difference = (to - from) / scale.divisor;
  const decimals = Math.min(decimalsAt(to, scale), decimalsFor(difference, unit === undefined));
  if (isZero(difference, decimals)) return null;
  return {
    text: formatSigned(difference, locale, decimals, scale.currency),
    unit: scale.unit === "%" ? "pp" : scale.unit,
  };
}

function decimalsAt(value: number, scale: Scale): number {
  return scale.decimals ?? decimalsFor(value / scale.divisor, scale.unit === "");
}
