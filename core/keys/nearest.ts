/** The names closest to what was asked for, the closest first: so many letters must be put in, left out or exchanged. */
export function nearest(asked: string, names: readonly string[], most: number): string[] {
  return names
    .map((name) => ({ name, steps: stepsBetween(asked.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Levenshtein's distance, a row at a time. */
function stepsBetween(from: string, to: string): number {
  const letters = to.split("");
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of from.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of letters.entries()) {
      const put = (next[j] ?? 0) + 1;
      const left = (row[j + 1] ?? 0) + 1;
      next.push(Math.min(put, left, (row[j] ?? 0) + Number(letter !== other)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
