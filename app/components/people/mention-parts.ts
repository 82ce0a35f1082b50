/** A piece of a message: words, or the mention of a person. */
export interface MentionPart {
  readonly text: string;
  /** Who is mentioned; undefined: nobody, these are words. */
  readonly id?: string;
}

const WORD = /[\p{L}\p{N}_]/u;

/** Cuts a message at the mentions that the server found in it; the longest name counts where one begins another. */
export function mentionParts(text: string, mentions: readonly { id: string; name: string }[]): MentionPart[] {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const parts: MentionPart[] = [];
  let words = "";
  for (let at = 0; at < text.length; ) {
    const isOpen = text[at] === "@" && !WORD.test(text.charAt(at - 1));
    const found = isOpen ? byLength.find(({ name }) => standsAt(text, at + 1, name)) : undefined;
    const length = found ? found.name.length + 1 : 1;
    const piece = text.slice(at, at + length);
    if (found) {
      if (words !== "") parts.push({ text: words });
      parts.push({ text: piece, id: found.id });
      words = "";
    } else words += piece;
    at += length;
  }
  return words === "" ? parts : [...parts, { text: words }];
}

function standsAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return text.slice(at, end).toLowerCase() === name.toLowerCase() && !WORD.test(text.charAt(end));
}
