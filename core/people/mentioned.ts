import type { Members } from "./members";
import type { Person } from "./person";

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Whom a text names as `@` and their name: the longest name that fits, in capitals or not, with no letter or digit before
 * the `@` (an address of e-mail names nobody) or after the name. All who have that name, each once.
 */
export function mentioned(text: string, members: Members): Person[] {
  const longestFirst = members.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Map<string, Person>();
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    if (WORD.test(text.charAt(at - 1))) continue;
    const name = longestFirst.find((one) => standsAt(text, at + 1, one.name))?.name.toLowerCase();
    if (name === undefined) continue;
    for (const one of members) if (one.name.toLowerCase() === name) found.set(one.id, { id: one.id, name: one.name });
  }
  return [...found.values()];
}

function standsAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return (
    name !== "" && text.slice(at, end).toLowerCase() === name.toLowerCase() && !WORD.test(text.slice(end, end + 1))
  );
}
