import * as v from "valibot";

/** Entries that are remembered, of a workspace and in this browser. */
const MOST = 8;
const stored = v.array(v.string());

/** What was chosen in the palette lately, the last first. */
export function recentEntries(slug: string): readonly string[] {
  try {
    return v.parse(stored, JSON.parse(localStorage.getItem(name(slug)) ?? "[]"));
  } catch {
    // A browser that keeps nothing for this page, or a text that is none of ours: nothing is remembered.
    return [];
  }
}

export function rememberEntry(slug: string, id: string): void {
  const kept = [id, ...recentEntries(slug).filter((one) => one !== id)].slice(0, MOST);
  try {
    localStorage.setItem(name(slug), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing for this page: the order is all that is lost.
  }
}

function name(slug: string): string {
  return `palette ${slug}`;
}
