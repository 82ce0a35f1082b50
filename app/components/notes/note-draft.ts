import type { Mark } from "../../../core/people/mark";

/** What somebody is about to note: a time, or the stretch up to `until`; `of`: the note that they look at or change. */
export interface NoteDraft {
  readonly at: number;
  readonly until?: number;
  readonly of?: Mark;
}

/** The one note of the page that is being written. Charts begin it; the dialog, loaded with the first one, shows it. */
class Drafting {
  readonly #listeners = new Set<() => void>();
  #current: NoteDraft | null = null;

  readonly read = (): NoteDraft | null => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(draft: NoteDraft | null): void {
    // On a wall nobody writes: there is no dialog, and it is not to come up later.
    if (this.#listeners.size === 0) return;
    this.#current = draft;
    for (const listener of this.#listeners) listener();
  }
}

/** On a server nothing is ever put into it: that happens in handlers. */
export const drafting = new Drafting();

export function openNote(draft: NoteDraft): void {
  drafting.put(draft);
}
