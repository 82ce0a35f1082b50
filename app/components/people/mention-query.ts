/** What is being typed after an `@` just before the caret; null where nobody is being mentioned. */
export interface MentionQuery {
  /** Where the `@` is. */
  readonly start: number;
  readonly typed: string;
}

/** Names have blanks, so a mention reaches from its `@` to the caret; the `@` begins a word, or it is an address. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined || typed.startsWith(" ") ? null : { start: caret - typed.length - 1, typed };
}

/** Those of whose name some word begins with what was typed, at most six; nobody where it is all of the only one's name. */
export function whoMatches<T extends { readonly name: string }>(people: readonly T[], typed: string): T[] {
  const wanted = typed.toLowerCase();
  const found = people.filter(({ name }) => beginnings(name.toLowerCase()).some((rest) => rest.startsWith(wanted)));
  return found.length === 1 && found[0]?.name.toLowerCase() === wanted ? [] : found.slice(0, 6);
}

/** The name from each of its words on: "anna lee" → "anna lee", "lee". */
function beginnings(name: string): string[] {
  const words = name.split(/\s+/);
  return words.map((_, i) => words.slice(i).join(" "));
}
