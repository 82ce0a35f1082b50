const formatters = new Map<string, Intl.NumberFormat>();

/** From here up, and from here down to zero, a number is written with a power of ten: nobody counts its noughts. */
const HUGE = 1e15;
const TINY = 1e-5;

interface Style {
  readonly notation?: "standard" | "scientific";
  /** An ISO 4217 code. */
  readonly currency?: string | undefined;
}

/** Intl objects are dear to make and cheap to use, and a board writes hundreds of numbers a second. */
function formatter(locale: string, decimals: number, { notation = "standard", currency }: Style): Intl.NumberFormat {
  const name = `${locale} ${decimals} ${notation} ${currency}`;
  const known = formatters.get(name);
  if (known) return known;
  // "negative": no sign before what is written as zero, in any language's own minus.
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" } as const;
  const money = currency && ({ style: "currency", currency, currencyDisplay: "narrowSymbol" } as const);
  const made = new Intl.NumberFormat(locale, { ...places, notation, ...money });
  formatters.set(name, made);
  return made;
}

/** Decimals for about three significant digits: 5.41, 34.2, 214. Whole numbers stay whole when `whole` allows. */
export function decimalsFor(value: number, whole: boolean): number {
  const size = Math.abs(value);
  if (size >= 100 || (whole && Number.isInteger(value))) return 0;
  if (size >= 10) return 1;
  if (size >= 0.1 || size === 0) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}

/**
 * A number as people read it: grouped, with a real minus; money with its sign. What is no number is "-". `among`: the largest
 * of those that it stands among, which are all written with a power of ten or none of them is.
 */
export function formatNumber(
  value: number | null,
  locale: string,
  decimals?: number,
  currency?: string,
  among = value,
): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const places = decimals ?? decimalsFor(value, true);
  if (value !== 0 && isExtreme(among ?? value, places))
    return formatter(locale, 2, { notation: "scientific", currency }).format(value).replaceAll("-", "−");
  return formatter(locale, places, { currency }).format(value).replace("-", "−");
}

/** A tiny number of which fewer decimals are wanted is zero there. */
function isExtreme(value: number, places: number): boolean {
  const size = Math.abs(value);
  return size >= HUGE || (size > 0 && size < TINY && places >= 6);
}

/** A difference: always with its sign, except for nothing. */
export function formatSigned(value: number, locale: string, decimals: number, currency?: string): string {
  const text = formatNumber(value, locale, decimals, currency);
  return value > 0 && !isZero(value, decimals) ? `+${text}` : text;
}

/** Whether the number shows as nothing but zeros. */
export function isZero(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals;
}
