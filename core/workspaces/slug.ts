/** First words of our own addresses and of the socket's, and what people could take for the operator's. */
const RESERVED = new Set(
  "account admin alerts api assets auth b board boards events help home invite key keys live login logout me new null public reset s share signup settings sources static system ticket undefined values w workspace workspaces www".split(
    " ",
  ),
);
/** Below the 36 characters of an id, so that no slug can ever be read as one. */
const MAX_SLUG = 32;

/** `Harbour Watch` → `harbour-watch`. Letters that ASCII lacks lose their marks or fall away; null when nothing is left. */
export function slugOf(name: string): string | null {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG)
    .replace(/^-|-$/g, "");
  return slug === "" ? null : slug;
}

export function isReservedSlug(slug: string): boolean {
  return RESERVED.has(slug);
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : `-${n}`;
    const slug = base.slice(0, MAX_SLUG - end.length).replace(/-$/, "") + end;
    if (!taken.has(slug)) return slug;
  }
}
