/** Something that the palette finds. `does`: an address to go to, or what is done. */
export interface Entry {
  /** Tells it from all others, and stays from day to day: what was used last is remembered by it. */
  readonly id: string;
  readonly group: "Boards" | "Panels" | "Sources" | "Alerts" | "Keys" | "Go to" | "Actions";
  readonly name: string;
  /** Where it is, in quieter words. Searched as well. */
  readonly note?: string;
  /** The keys that do the same, as a shortcut names them. */
  readonly keys?: string;
  readonly does: string | (() => void);
}
