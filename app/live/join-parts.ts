import type { Changes } from "../../core/live-object";
import type { KeyTail, Snapshot } from "../../core/protocol/snapshot";

/** A whole answer of its parts, of which `any` is one, in whatever order they came. */
export function joinParts(any: Snapshot, parts: readonly Snapshot[]): Changes & { tails: KeyTail[] } {
  const { cursor, full, reason } = any;
  return {
    cursor,
    full,
    ...(reason ? { reason } : {}),
    values: parts.flatMap(({ values }) => values),
    tails: parts.flatMap(({ tails }) => tails ?? []),
    removed: parts.flatMap(({ removed }) => removed),
    checked: Object.fromEntries(parts.flatMap(({ checked }) => Object.entries(checked))),
    due: Object.fromEntries(parts.flatMap(({ due }) => Object.entries(due))),
  };
}
