import { matches } from "../../core/keys/pattern";

interface Shown {
  /** Milliseconds. */
  readonly range: number;
  readonly patterns: readonly string[];
}

/** How far back the parts of a page look, and at which keys. */
export class ShownRanges {
  readonly #shown = new Set<Shown>();

  /** Until the returned call. */
  add(shown: Shown): () => void {
    this.#shown.add(shown);
    return () => void this.#shown.delete(shown);
  }

  /** The longest of them, in milliseconds; null while there is none. */
  get longest(): number | null {
    const ranges = [...this.#shown].map(({ range }) => range);
    return ranges.length > 0 ? Math.max(...ranges) : null;
  }

  readonly isShown = (key: string): boolean =>
    [...this.#shown].some(({ patterns }) => patterns.some((pattern) => matches(pattern, key)));
}
