import type { FoundKey, FoundKeys } from "./found-keys";
import { isExact, isPattern } from "./pattern";

/**
 * What a finer search shows before it is answered: those keys of an answer that hold its words as well. They are the
 * first of its own answer, for both are in one order. Null where an answer says nothing about the search.
 */
export function narrowed(found: FoundKeys, asked: string): FoundKeys | null {
  const words = wordsOf(asked);
  const isFiner = wordsOf(found.asked).every((word) => words.some((one) => one.includes(word)));
  if (!isFiner || found.from > 0 || found.pattern !== null || (isPattern(asked) && !isExact(asked))) return null;
  const keys = found.keys.filter((one) => holds(one, words));
  const isWhole = found.total === found.keys.length;
  return keys.length > 0 || isWhole ? { ...found, asked, total: keys.length, keys } : null;
}

function holds({ key, label, unit }: FoundKey, words: readonly string[]): boolean {
  const text = `${key} ${label ?? ""} ${unit ?? ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function wordsOf(asked: string): string[] {
  return asked.toLowerCase().split(/\s+/).filter(Boolean);
}
