/** Codes that this runtime knows, as ISO 4217 writes them. */
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const places = new Map<string, number>();

/** Whether a unit is a currency: three capitals that name one. */
export function isCurrency(unit: string): boolean {
  return codes.has(unit);
}

/** Figures behind the point that a currency has: 2 of EUR, 0 of JPY. */
export function currencyDecimals(code: string): number {
  const known = places.get(code);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
  }).resolvedOptions();
  places.set(code, maximumFractionDigits);
  return maximumFractionDigits;
}
