import { compile } from "@jmespath-community/jmespath";

/**
 * Where a text stops being an expression, in words. The parser does not say: it is the end of the longest beginning
 * that is an expression, or could become one.
 */
export function placeOfError(text: string): string {
  const good = longestGood(text);
  if (good === text.length) return "ends too early: something is missing at its end";
  return `goes wrong at character ${good + 1}, ${JSON.stringify(text[good])}`;
}

function longestGood(text: string): number {
  for (let length = text.length; length > 0; length--) if (mayBecomeGood(text.slice(0, length))) return length;
  return 0;
}

function mayBecomeGood(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch (error) {
    return error instanceof Error && /EOF|end of|unclosed|unterminated/i.test(error.message);
  }
}
