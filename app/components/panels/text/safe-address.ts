const schemes = new Set(["http:", "https:", "mailto:"]);
/** Anything will do: it only tells an address of this site from one that names its own. */
const here = "https://here.invalid";

/** An address that a board's text may lead to: http, https, mailto, or one of this site. Everything else is none. */
export function safeAddress(address: string): string {
  const url = URL.parse(address, here);
  return url && schemes.has(url.protocol) ? address : "";
}

/** Whether an address leads to another site. */
export function isOutside(address: string): boolean {
  return URL.parse(address, here)?.origin !== here;
}
