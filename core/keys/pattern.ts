import { isSegment, MAX_NAME, MAX_SEGMENTS } from "./name";

/**
 * Patterns: `a.b` is exact; `*` inside stands for one segment (`node.net.*.rx`); `*` at the end for everything below
 * (`node.*` matches `node.cpu` and `node.cpu.0`, not `node`); `*` alone is every key but the `$` ones. A `$` segment
 * must be asked for by name: no `*` ever stands for it.
 */
export function isPattern(text: string): boolean {
  if (text.length === 0 || text.length > MAX_NAME) return false;
  const segments = text.split(".");
  if (segments.length > MAX_SEGMENTS) return false;
  return segments.every((segment, i) => {
    if (segment === "*") return true;
    return isSegment(i === 0 && segment.startsWith("$") ? segment.slice(1) : segment);
  });
}

export function isExact(pattern: string): boolean {
  return !pattern.includes("*");
}

export function matches(pattern: string, key: string): boolean {
  if (isExact(pattern)) return pattern === key;
  const wanted = pattern.split(".");
  const given = key.split(".");
  const last = wanted.length - 1;
  if (given.length < wanted.length) return false;
  if (given.length > wanted.length && wanted[last] !== "*") return false;
  return wanted.every((segment, i) => (segment === "*" ? i > 0 || !key.startsWith("$") : segment === given[i]));
}

/** Whether every key that `narrow` can match is matched by `wide` as well. */
export function covers(wide: string, narrow: string): boolean {
  const a = wide.split(".");
  const b = narrow.split(".");
  const endsOpen = a.at(-1) === "*";
  if (b.length < a.length || (b.length > a.length && !endsOpen)) return false;
  if (b.at(-1) === "*" && !endsOpen) return false;
  return a.every((segment, i) => (segment === "*" ? i > 0 || !narrow.startsWith("$") : segment === b[i]));
}
