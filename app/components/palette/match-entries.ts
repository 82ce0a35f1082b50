import type { Entry } from "./entry";

/** Entries that one group shows at most: who wants more of them types more. */
const A_GROUP = 6;

/**
 * The entries whose name or note holds every word that was typed, in their groups: those first that begin with it, then
 * those of which a word does; what was used lately goes before its equals.
 */
export function matchEntries(typed: string, entries: readonly Entry[], recent: readonly string[]): Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(words, entry) }))
    .filter(({ rank }) => rank < NEVER)
    .sort((a, b) => a.rank - b.rank || lateness(recent, a.entry) - lateness(recent, b.entry));
  const counts = new Map<string, number>();
  return ranked.flatMap(({ entry }) => {
    const count = (counts.get(entry.group) ?? 0) + 1;
    counts.set(entry.group, count);
    return count <= A_GROUP ? [entry] : [];
  });
}

const NEVER = 9;

/** 0: the name begins so; 1: each word begins one of the name's; 2: the name holds them; 3: name and note together do. */
function rankOf(words: readonly string[], { name, note = "" }: Entry): number {
  const [first = ""] = words;
  const own = name.toLowerCase();
  const parts = own.split(/[\s._-]+/);
  if (!words.every((word) => own.includes(word) || note.toLowerCase().includes(word))) return NEVER;
  if (own.startsWith(first) && words.every((word) => own.includes(word))) return 0;
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1;
  return words.every((word) => own.includes(word)) ? 2 : 3;
}

function lateness(recent: readonly string[], { id }: Entry): number {
  const at = recent.indexOf(id);
  return at === -1 ? recent.length : at;
}
