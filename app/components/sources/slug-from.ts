/** The short name we suggest for a source: "Exchange rates (ECB)" → "exchange-rates-ecb". May be empty. */
export function slugFrom(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 32)
    .replace(/^-+|-+$/g, "");
}
