import { asksForOwn, mayRead } from "../access/access";
import { matches } from "../keys/pattern";
import type { Changes } from "../live-object";
import type { Beat } from "../protocol/beat";
import { type Cursor, formatCursor } from "../protocol/cursor";
import type { StoreChanges } from "../store/changes-since";
import type { Store } from "../store/store";
import { Answer, Answers } from "./answer";
import { interested } from "./hub";
import type { RunningAnswer } from "./requests";
import type { Subscriber } from "./subscriber";

type Looks = Pick<Beat, "checked" | "due">;
type Readable = Subscriber["readable"];

/** What has changed for whom since when: asked of the store within what the asker may read. */
export class Questions {
  readonly #store: Store;
  readonly #times: () => Looks;
  readonly #answers = new Answers();

  constructor(store: Store, times: () => Looks) {
    this.#store = store;
    this.#times = times;
  }

  /** A commit was made: no answer is true any more. */
  forget(): void {
    this.#answers.clear();
  }

  answer({ readable }: Subscriber, id: string, patterns: readonly string[], since: Cursor | null): RunningAnswer {
    const question = [since ? formatCursor(since) : "", readable(patterns).join(), patterns.join()].join(" ");
    const answer = this.#answers.find(
      question,
      () => new Answer(this.#store.cursor, this.storeChanges(readable, patterns, since)),
    );
    const looks = this.#looks(readable, patterns);
    return { answer, frame: (part) => answer.frame(part, id, looks) };
  }

  changes(readable: Readable, patterns: readonly string[], since: Cursor | null): Changes {
    return {
      cursor: formatCursor(this.#store.cursor),
      ...this.storeChanges(readable, patterns, since),
      ...this.#looks(readable, patterns),
    };
  }

  storeChanges(readable: Readable, patterns: readonly string[], since: Cursor | null): StoreChanges {
    const within = readable(patterns);
    const changes = this.#store.changesSince(
      since,
      (key) => patterns.some((pattern) => matches(pattern, key)) && mayRead(within, key),
    );
    return asksForOwn(patterns) ? inOrder(changes) : changes;
  }

  /** When the sources that these patterns concern were looked at, and are next. */
  #looks(readable: Readable, asked: readonly string[]): Looks {
    const { checked, due } = this.#times();
    const patterns = new Set(asked);
    const concerned = ([slug]: [string, number]) => interested({ patterns, readable }, slug);
    return {
      checked: Object.fromEntries(Object.entries(checked).filter(concerned)),
      due: Object.fromEntries(Object.entries(due).filter(concerned)),
    };
  }
}

/**
 * By name. The store tells its keys page by page, and where a person's own lie depends on how large others' are, which is
 * nobody's to know.
 */
function inOrder({ values, removed, ...rest }: StoreChanges): StoreChanges {
  const byKey = (a: { key: string }, b: { key: string }) => compare(a.key, b.key);
  const tails = rest.tails ? { tails: rest.tails.toSorted(byKey) } : {};
  return { ...rest, ...tails, values: values.toSorted(byKey), removed: removed.toSorted(compare) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
