import { expect } from "vitest";

/** A text with these words, inside a larger expectation. The matcher's own type is `any`, which spreads. */
export function matching(words: RegExp): unknown {
  return expect.stringMatching(words);
}
