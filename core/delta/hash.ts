import type { Json } from "../json";
import { canonical } from "./canonical";

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a, 32 bits, over the UTF-8 bytes of the value's canonical text; 8 hex digits. It finds slips, not forgeries. */
export function hash(value: Json): string {
  const text = canonical(value);
  let sum = OFFSET;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Nearly all of it is ASCII: one byte, and no call.
    if (unit < 0x80) sum = Math.imul(sum ^ unit, PRIME);
    else {
      const code = text.codePointAt(i) ?? unit;
      if (code > 0xffff) i += 1;
      for (const byte of utf8(code)) sum = Math.imul(sum ^ byte, PRIME);
    }
  }
  return (sum >>> 0).toString(16).padStart(8, "0");
}

function utf8(code: number): number[] {
  const last = 0x80 | (code & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), last];
  const middle = 0x80 | ((code >> 6) & 0x3f);
  if (code < 0x10000) return [0xe0 | (code >> 12), middle, last];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), middle, last];
}
