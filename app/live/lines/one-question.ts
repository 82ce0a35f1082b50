import { MAX_PATTERNS_A_FRAME } from "../../../core/protocol/subscribe";

/**
 * Patterns that match at least what these do, few enough for one question by HTTP: where there are too many, all of a
 * source's keys are asked for, or all keys. Who asks leaves out of the answer what nobody wanted. `bytes`: what they may have together, each its length and 3.
 */
export function oneQuestion(patterns: readonly string[], bytes: number): string[] {
  const whole = [...new Set(patterns)];
  if (fits(whole, bytes)) return whole;
  const bySource = [...new Set(whole.map(ofSource))];
  if (fits(bySource, bytes)) return bySource;
  return [...new Set(bySource.map((pattern) => (pattern.startsWith("$") ? pattern : "*")))];
}

function ofSource(pattern: string): string {
  const dot = pattern.indexOf(".");
  const first = dot === -1 ? pattern : pattern.slice(0, dot);
  return dot === -1 || first === "*" ? first : `${first}.*`;
}

function fits(patterns: readonly string[], bytes: number): boolean {
  return patterns.length <= MAX_PATTERNS_A_FRAME && patterns.reduce((sum, { length }) => sum + length + 3, 0) <= bytes;
}
