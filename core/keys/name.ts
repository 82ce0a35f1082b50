/**
 * Key names: 1 to 8 segments joined by dots, each `[A-Za-z0-9_-]+`, at most 128 characters; the first may begin with
 * `$` (the engine's own keys). The first segment of any other name is the slug of the source it comes from.
 */
const SEGMENT = /^[A-Za-z0-9_-]+$/;
export const MAX_NAME = 128;
export const MAX_SEGMENTS = 8;

export function isKeyName(name: string): boolean {
  if (name.length === 0 || name.length > MAX_NAME) return false;
  const segments = name.split(".");
  if (segments.length > MAX_SEGMENTS) return false;
  return segments.every((segment, i) => isSegment(i === 0 && segment.startsWith("$") ? segment.slice(1) : segment));
}

/** Whether the text may stand between two dots. `__proto__` and its kin are refused: names become object members. */
export function isSegment(text: string): boolean {
  return SEGMENT.test(text) && !isPrototypeName(text);
}

export function isPrototypeName(text: string): boolean {
  return text === "__proto__" || text === "constructor" || text === "prototype";
}

/**
 * Writes any upstream text as a segment: every byte of a character outside the grammar becomes `_` and two hex digits
 * (`/dev/sda1` → `_2fdev_2fsda1`). Empty text becomes `_`. Not reversible for texts that already hold `_2f`: two names
 * that meet are an error on their source, and the original stays as the key's label.
 */
export function escapeSegment(text: string): string {
  if (text === "") return "_";
  const escaped = text.toWellFormed().replace(/[^A-Za-z0-9_-]/gu, escapeCharacter);
  return isPrototypeName(escaped) ? `_${escaped}` : escaped;
}

function escapeCharacter(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character
    ? `_${character.charCodeAt(0).toString(16).padStart(2, "0")}`
    : encoded.replaceAll("%", "_").toLowerCase();
}

/** The slug of the source a key belongs to: its first segment. `$sources.prom` belongs to `$sources`. */
export function sourceOf(key: string): string {
  const dot = key.indexOf(".");
  return dot === -1 ? key : key.slice(0, dot);
}
