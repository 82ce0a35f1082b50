import type { KeysOf } from "../../../core/boards/chosen-values";

/**
 * The keys of some patterns that were there since the page was opened. One that goes stays a choice: a board does not
 * jump to another host because the chosen one is gone.
 */
export class KeysSeen {
  #seen: ReadonlyMap<string, readonly string[]> = new Map();
  #keysOf: KeysOf = () => [];

  /** `lists`: the keys of each pattern that are there now. The same function until another key is among them. */
  of(patterns: readonly string[], lists: readonly (readonly string[])[]): KeysOf {
    const added = patterns.flatMap((pattern, i) => {
      const seen = new Set(this.#seen.get(pattern));
      const all = new Set([...seen, ...(lists[i] ?? [])]);
      return all.size === seen.size ? [] : [[pattern, [...all].sort()] as const];
    });
    if (added.length === 0) return this.#keysOf;
    const seen = new Map([...this.#seen, ...added]);
    this.#seen = seen;
    this.#keysOf = (pattern) => seen.get(pattern) ?? [];
    return this.#keysOf;
  }
}
