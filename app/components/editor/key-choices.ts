import type { FoundKey } from "../../../core/keys/found-keys";
import type { useFoundKeys } from "../key-list/use-found-keys";

/** What can be chosen for a panel: a key that there is, or a pattern of many (`found` is null). */
export interface Choice {
  readonly key: string;
  readonly found: FoundKey | null;
}

/** What a search offers, in order: its pattern, where it is one, and the keys. Those that are not loaded are undefined. */
export function keyChoices({ newest: { pattern, total }, rowAt }: ReturnType<typeof useFoundKeys>) {
  const lead = pattern === null ? 0 : 1;
  return {
    lead,
    count: total + lead,
    at: (index: number): Choice | undefined => {
      if (pattern !== null && index === 0) return { key: pattern, found: null };
      const found = rowAt(index - lead);
      return found && { key: found.key, found };
    },
  };
}
