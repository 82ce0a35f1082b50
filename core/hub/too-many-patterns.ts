import type { Limits } from "./limits";

/** What a subscribe is refused with whose patterns do not fit beside those that are held; null where they do. */
export function tooManyPatterns(
  held: ReadonlySet<string>,
  asked: readonly string[],
  { patternBytes }: Limits,
): string | null {
  const bytes = [...new Set([...held, ...asked])].reduce((sum, { length }) => sum + length + 3, 0);
  return bytes > patternBytes ? `All patterns of a connection may have ${patternBytes} characters together.` : null;
}
