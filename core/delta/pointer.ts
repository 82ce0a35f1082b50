import { isPrototypeName } from "../keys/name";

/** RFC 6901: `~` and `/` inside a token are written `~0` and `~1`. */
export function pointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * The tokens of a pointer; null when it is none. `__proto__`, `constructor` and `prototype` are refused on both sides:
 * what writes along a path must never reach an object's prototype (CVE-2021-4279, CVE-2026-8657).
 */
export function parsePointer(text: string): string[] | null {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/.test(text)) return null;
  const tokens = text
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return tokens.some(isPrototypeName) ? null : tokens;
}

/** An array index as RFC 6901 writes it; null for anything else, `01` and `-` included. */
export function parseIndex(token: string): number | null {
  return /^(0|[1-9][0-9]{0,8})$/.test(token) ? Number(token) : null;
}
