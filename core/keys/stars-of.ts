/** What each `*` of a pattern stands for in a key that it matches; the last one of it for all that is left. */
export function starsOf(pattern: string, key: string): string[] {
  const given = key.split(".");
  const wanted = pattern.split(".");
  return wanted.flatMap((segment, i) => {
    if (segment !== "*") return [];
    return i === wanted.length - 1 ? given.slice(i).join(".") : (given[i] ?? "");
  });
}
