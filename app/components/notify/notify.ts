/** A message that passes by: what was done, or what happened meanwhile. What must not be missed is a Notice on the page. */
export interface Passing {
  readonly words: string;
  /** A second, quieter line. */
  readonly more?: string;
  /** What can be done about it, most often "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds it stays; where there is an action, never less than 8 s. Infinity: until it is sent away. */
  readonly stays?: number;
  /** Another message with the same id takes its place. */
  readonly id?: string;
}

type Listener = () => void;

/** Messages that nobody has shown yet, oldest first: the code that shows them is loaded with the first one. */
class Waiting {
  readonly #listeners = new Set<Listener>();
  #messages: readonly Passing[] = [];

  add(message: Passing): void {
    this.#messages = [...this.#messages, message];
    for (const listener of this.#listeners) listener();
  }

  /** Hands them over, once. */
  take(): readonly Passing[] {
    const taken = this.#messages;
    this.#messages = [];
    return taken;
  }

  readonly any = (): boolean => this.#messages.length > 0;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const waiting = new Waiting();

/**
 * Shows a message at the edge of the page and tells it to screen readers, politely. For browsers only: in handlers and
 * effects, never while rendering.
 *
 *     notify({ words: "Removed “Processor”", action: { label: "Undo", run: putBack } });
 */
export function notify(message: Passing): void {
  waiting.add(message);
}
