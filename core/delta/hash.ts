import type { Json } from "../json";
import { canonical } from "./canonical";

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a, 32 bits, over the UTF-8 bytes of the value's canonical text; 8 hex digits. It finds slips, not forgeries. */
export function hash(value: Json): string {
  let sum = OFFSET;
  const mix = (byte: number) => {
    sum = Math.imul(sum ^ byte, PRIME);
  };
  for (const character of canonical(value)) utf8(character.codePointAt(0) as number, mix);
  return (sum >>> 0).toString(16).padStart(8, "0");
}

function utf8(code: number, mix: (byte: number) => void): void {
  if (code < 0x80) return mix(code);
  if (code < 0x800) mix(0xc0 | (code >> 6));
  else if (code < 0x10000) {
    mix(0xe0 | (code >> 12));
    mix(0x80 | ((code >> 6) & 0x3f));
  } else {
    mix(0xf0 | (code >> 18));
    mix(0x80 | ((code >> 12) & 0x3f));
    mix(0x80 | ((code >> 6) & 0x3f));
  }
  mix(0x80 | (code & 0x3f));
}
