/**
 * A key with what it does. `keys`: one key as the browser names it ("p", "?", "/"), two after each other ("g b"), or
 * with "mod+" or "mod+shift+" in front, mod being Ctrl or Command ("mod+k").
 */
export interface Shortcut {
  readonly keys: string;
  /** In words that complete "It …": "Pauses the board". Shown in the list of shortcuts. */
  readonly does: string;
  readonly group: "Everywhere" | "Board" | "Editing";
}

/** What is pressed, and where. Times are milliseconds, of any one clock. */
export interface Press {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
  readonly at: number;
  /** Into a field, or in a dialog, which has keys of its own. */
  readonly isElsewhere: boolean;
}

interface Bound extends Shortcut {
  readonly run: () => void;
}

/** Two keys after each other belong together for this long. */
const TOGETHER = 1_500;
/** Who pressed a key and saw nothing for longer (milliseconds) no longer wants what it does. */
const WANTED_FOR = 5_000;

/** All shortcuts that work just now. The one bound last wins: what is in front of the page may take over a key. */
export class Keyboard {
  readonly #bound: Bound[] = [];
  /** How much more will be bound, and what was pressed meanwhile that stood for nothing yet. */
  #awaited = 0;
  readonly #early: Press[] = [];
  #first: { readonly key: string; readonly at: number } | null = null;

  /** Until the returned call. */
  bind(bound: Bound): () => void {
    this.#bound.push(bound);
    return () => {
      this.#bound.splice(this.#bound.indexOf(bound), 1);
    };
  }

  /**
   * More will be bound, until the returned call, which is told the time: what was pressed a moment before that is pressed
   * again once nothing more is awaited.
   */
  await(): (at: number) => void {
    this.#awaited += 1;
    return (at) => {
      this.#awaited -= 1;
      if (this.#awaited > 0) return;
      for (const press of this.#early.splice(0)) if (at - press.at < WANTED_FOR) this.press(press);
    };
  }

  /** For people, each key once. */
  list(): readonly Shortcut[] {
    return [...new Map(this.#bound.map((one) => [one.keys, one])).values()];
  }

  /** Does what these keys stand for, by another way than pressing them. */
  run(keys: string): void {
    this.#bound.findLast((one) => one.keys === keys)?.run();
  }

  /** Does what the key stands for. False: it stands for nothing. */
  press(press: Press): boolean {
    const { key, isMod, isShift, at, isElsewhere } = press;
    const first = this.#first !== null && at - this.#first.at < TOGETHER ? this.#first.key : null;
    this.#first = null;
    if (isElsewhere) return false;
    const name = key.length === 1 ? key.toLowerCase() : key;
    const found = (keys: string) => this.#bound.findLast((one) => one.keys === keys);
    const hit = isMod
      ? found(`mod+${isShift ? "shift+" : ""}${name}`)
      : ((first === null ? undefined : found(`${first} ${name}`)) ?? found(name));
    // What was pressed after something that is kept stays after it.
    if (hit && this.#early.length === 0) {
      hit.run();
      return true;
    }
    if (!isMod && this.#bound.some(({ keys }) => keys.startsWith(`${name} `))) this.#first = { key: name, at };
    if (this.#awaited === 0) return false;
    while (this.#early[0] && at - this.#early[0].at >= WANTED_FOR) this.#early.shift();
    this.#early.push(press);
    // Browsers have something else for it, which would come before.
    return isMod && name === "k";
  }
}
