/** How many bytes a text has in UTF-8; a lone surrogate counts the three of the replacement character. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) {
      bytes += 1;
      continue;
    }
    const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    // A pair is two units and four bytes; anything else here is one unit and three bytes.
    bytes += 2;
    if (isPair) i += 1;
  }
  return bytes;
}
