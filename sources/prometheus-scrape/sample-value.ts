const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NO_NUMBER = /^[+-]?(nan|inf|infinity)$/i;

/** A value as written. NaN and the infinities have no place in JSON: null. Undefined for what is no value at all. */
export function parseSampleValue(text: string): number | null | undefined {
  if (NO_NUMBER.test(text)) return null;
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
