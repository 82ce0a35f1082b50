import type { ChangeSet } from "./change-set";
import type { StoredKey } from "./page";

/**
 * Throws where a change set is no change of the keys as they are: a value for a stream, events for another kind, a key
 * in two of its lists. Who writes for others refuses that before; here it is a defect, and nothing has changed yet.
 */
export function assertKinds(change: ChangeSet, stored: (key: string) => StoredKey | undefined): void {
  const { writes, appends = [], removes } = change;
  for (const { key, meta } of writes) {
    if (meta.kind === "stream" || stored(key)?.meta.kind === "stream")
      throw new Error(`${key} is a stream: append to it`);
  }
  const taken = new Set(writes.map(({ key }) => key));
  for (const { key, meta } of appends) {
    const held = stored(key)?.meta.kind ?? "stream";
    if (meta.kind !== "stream" || held !== "stream") throw new Error(`${key} is no stream: set it`);
    if (taken.has(key)) throw new Error(`${key} is changed twice at once`);
    taken.add(key);
  }
  for (const key of removes) if (taken.has(key)) throw new Error(`${key} is changed and removed at once`);
}
