import type { KeyState, Snapshot } from "./snapshot";

/** Bytes of JSON a part holds at most; one value larger than this travels alone. Counted in UTF-16 units. */
export const PART_BYTES = 256 * 1024;

/** The frames of one snapshot, in order. There is always at least one. */
export function splitSnapshot(whole: Omit<Snapshot, "type" | "part" | "parts">): Snapshot[] {
  const groups: KeyState[][] = [[]];
  let size = 0;
  for (const value of whole.values) {
    const length = JSON.stringify(value).length;
    if (size > 0 && size + length > PART_BYTES) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(value);
    size += length;
  }
  return groups.map((values, i) => ({
    type: "snapshot",
    ...whole,
    part: i + 1,
    parts: groups.length,
    values,
    removed: i === 0 ? whole.removed : [],
  }));
}
