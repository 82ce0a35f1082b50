/**
 * Whether the page that sent this request is one of ours, where a cookie came along that browsers send from any page.
 * A present Origin must be ours to the letter. Browsers leave it out of same-origin GETs, and so of EventSource; such a
 * read is believed when `Sec-Fetch-Site`, a header that no page can set, says `same-origin` (W3C Fetch Metadata; OWASP,
 * Cross-Site Request Forgery Prevention: Fetch Metadata headers). It changes nothing, and what it answers a foreign page
 * could not read. An upgrade is a GET as well, but always has its Origin, and its answer is readable: it needs one.
 * Browsers send `Sec-Fetch-Site` over HTTPS and to this machine only: anywhere else a page asks for a ticket first.
 */
export function isFromOwnPage({ headers, method }: Request, baseUrl: string): boolean {
  const origin = headers.get("Origin");
  if (origin !== null) return origin === baseUrl;
  return method === "GET" && !headers.has("Upgrade") && headers.get("Sec-Fetch-Site") === "same-origin";
}
