import type { StoredKey } from "../store/page";

/** What a connector may know besides its settings and the answer: the time, and what its source holds by now. */
export interface Look {
  /** Milliseconds since 1970. */
  now(): number;
  /** The source's key at this path, and when it last changed; undefined where there is none. A trial has none. */
  held(path: string): Pick<StoredKey, "value" | "at"> | undefined;
  /** When the source was last read with success, in milliseconds since 1970; null: never, as far as is known. */
  readonly lookedAt: number | null;
  /** Somebody tries the settings: what was read is told along with what became of it. */
  readonly trial: boolean;
}
