export const KEYS = 10_000;
export const CHANGED = 10;

/** A list of 10,000 rows, about 1 MB; ten of them, far apart, have another value each round. */
export function answerOf(round: number): string {
  const rows = Array.from({ length: KEYS }, (_, i) => {
    const value = i % (KEYS / CHANGED) === 0 ? i + round / 10 : i;
    return {
      id: `p-${String(i).padStart(5, "0")}`,
      name: `The article number ${i} of the list`,
      maker: "Harbour & Sons",
      v: value,
    };
  });
  return JSON.stringify({ rows });
}
