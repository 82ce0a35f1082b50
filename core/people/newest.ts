/** Messages that a room or an inbox holds at most. */
export const MAX_MESSAGES = 100;

/** The newest rows that a key has room for, at most so many, oldest first; the last one whatever its size. */
export function newest<T>(rows: readonly T[], valueBytes: number, most = MAX_MESSAGES): T[] {
  let left = valueBytes - 2;
  const kept: T[] = [];
  for (const row of rows.toReversed()) {
    left -= JSON.stringify(row).length + 1;
    if (kept.length > 0 && (left < 0 || kept.length >= most)) break;
    kept.push(row);
  }
  return kept.toReversed();
}
