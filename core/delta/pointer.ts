import { isPrototypeName } from "../keys/name";

/** RFC 6901: `~` and `/` inside a token are written `~0` and `~1`. */
export function pointer(tokens: readonly (string | number)[]): string {
  let text = "";
  for (const token of tokens) text += `/${typeof token === "string" ? escaped(token) : token}`;
  return text;
}

/** Most tokens hold neither: looking for them first spares two copies of each. */
function escaped(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/**
 * The tokens of a pointer; null when it is none. `__proto__`, `constructor` and `prototype` are refused on both sides:
 * what writes along a path must never reach an object's prototype (CVE-2021-4279, CVE-2026-8657).
 */
export function parsePointer(text: string): string[] | null {
  if (text === "") return [];
  if (!text.startsWith("/")) return null;
  const tokens = text.slice(1).split("/");
  if (text.includes("~")) {
    if (/~(?![01])/.test(text)) return null;
    tokens.forEach((token, i) => {
      tokens[i] = token.replaceAll("~1", "/").replaceAll("~0", "~");
    });
  }
  return tokens.some(isPrototypeName) ? null : tokens;
}

/** An array index as RFC 6901 writes it; null for anything else, `01` and `-` included. */
export function parseIndex(token: string): number | null {
  if (token.length === 0 || token.length > 9 || (token.length > 1 && token.startsWith("0"))) return null;
  let index = 0;
  for (let i = 0; i < token.length; i++) {
    const digit = token.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    index = index * 10 + digit;
  }
  return index;
}
