import { customAlphabet } from "nanoid";
import { hash } from "../core/delta/hash";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 32 of 62 letters: 190 bits that nobody guesses, so that a plain SHA-256 of it hides it. */
const random = customAlphabet(LETTERS, 32);
const SHAPE = /^(dbk_[0-9A-Za-z]{32})([0-9a-f]{8})$/;

/**
 * The text of a new key: `dbk_`, by which scanners of code and logs find one that leaked, the random part, and a sum, by
 * which they, and we, tell it from what only looks like one.
 */
export function newApiKeyText(): string {
  const secret = `dbk_${random()}`;
  return secret + hash(secret);
}

/** Whether it could be a key: nothing else is worth a look at the database. */
export function isApiKeyText(text: string): boolean {
  const [, secret, sum] = SHAPE.exec(text) ?? [];
  return secret !== undefined && hash(secret) === sum;
}

/** What is shown of a key after it was shown once. */
export function prefixOf(text: string): string {
  return text.slice(0, 8);
}

/** SHA-256 of the text in hex: what is kept. */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
