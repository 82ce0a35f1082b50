/** Messages that a room or an inbox holds at most. */
export const MAX_MESSAGES = 100;

/** The newest messages that a key has room for, oldest first; the last one whatever its size. */
export function newest<T>(messages: readonly T[], valueBytes: number): T[] {
  let left = valueBytes - 2;
  const kept: T[] = [];
  for (const message of messages.toReversed()) {
    left -= JSON.stringify(message).length + 1;
    if (kept.length > 0 && (left < 0 || kept.length >= MAX_MESSAGES)) break;
    kept.push(message);
  }
  return kept.toReversed();
}
