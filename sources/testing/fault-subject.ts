import type { Json } from "../../core/json";

/** A kind of source that reads an address, as the table of faults needs it: fault-table.ts. */
export interface FaultSubject {
  readonly kind: string;
  /** Settings of a source that reads this address. */
  readonly settings: (url: string) => Record<string, Json>;
  readonly contentType: string;
  /** A whole answer in which the key at `path` is this number. */
  readonly good: (value: number) => string;
  readonly path: string;
  /** The number in what that key holds, where it is not the number itself. */
  readonly numberIn?: (held: Json) => Json | undefined;
  /** Answers that are none, each by what is wrong with it, beside those that every kind is given. */
  readonly bad: Readonly<Record<string, string>>;
  /** Answers of other shapes, good or not, that may follow one another: keys come and go, and are something else. */
  readonly shapes: readonly string[];
  /** Answers in which the key at `path` is 2, beside something that no key may be made of. */
  readonly poisoned: Readonly<Record<string, string>>;
}
