import { BEAT_EVERY, STALE_AFTER } from "../freshness/freshness";
import { sourceOf } from "../keys/name";
import type { Beat } from "../protocol/beat";
import type { Commit } from "../store/store";
import { emptyLog } from "./refresh-log";
import { SAVE_FROM, type ScheduleRow } from "./schedule-row";

/** `at`: when it was last written; null: never. `savedAt`: the same as far as storage knows. Times in milliseconds. */
interface Entry {
  readonly pace: number;
  readonly at: number | null;
  readonly savedAt: number | null;
}

/** Of sources that people or programs write, and are expected to: when each was last heard of. */
export class Heard {
  readonly #save: (row: ScheduleRow) => void;
  readonly #entries = new Map<string, Entry>();

  constructor(save: (row: ScheduleRow) => void) {
    this.#save = save;
  }

  /** `pace`: undefined where nothing is expected. `storedAt`: the last write that storage knows of; null for none. */
  expect(slug: string, pace: number | undefined, storedAt: number | null): void {
    const { at, savedAt } = this.#entries.get(slug) ?? { at: storedAt, savedAt: storedAt };
    if (pace === undefined) this.#entries.delete(slug);
    else this.#entries.set(slug, { pace, at, savedAt });
  }

  drop(slug: string): void {
    this.#entries.delete(slug);
  }

  /**
   * These sources were written. Null where nothing of them is expected, true where nobody reckoned with a write any more:
   * what goes by their age is to be looked at. Throws what the storage throws.
   */
  hear(slugs: ReadonlySet<string>, commit: Commit | null, now: number): boolean | null {
    const stored = new Set(commit?.changed.map(({ key }) => sourceOf(key)));
    const heard = [...slugs].flatMap((slug) => {
      const entry = this.#entries.get(slug);
      return entry ? [this.#note(slug, entry, stored.has(slug), now)] : [];
    });
    return heard.length === 0 ? null : heard.includes(true);
  }

  /**
   * `isStored`: a key of it has this time in storage. Where not, a row has it, but not one a write: after a restart the
   * source looks older by half its pace, or 10 s, at most.
   */
  #note(slug: string, before: Entry, isStored: boolean, now: number): boolean {
    const { pace, at } = before;
    // Either way: the clock may have been set back.
    const isDue = !isStored && Math.abs(now - (before.savedAt ?? 0)) >= Math.max(pace / 2, SAVE_FROM);
    if (isDue) this.#save({ slug, dueAt: now + pace, checkedAt: now, failures: 0, lane: "fast", log: emptyLog });
    this.#entries.set(slug, { pace, at: now, savedAt: isStored || isDue ? now : before.savedAt });
    return at === null || at > now || now - at >= STALE_AFTER * Math.max(pace, BEAT_EVERY);
  }

  /** Nothing was heard later than now, unless the clock was set back: then it is as if it were now. */
  setBack(now: number): void {
    for (const [slug, entry] of this.#entries) {
      if ((entry.at ?? 0) > now) this.#entries.set(slug, { ...entry, at: now });
    }
  }

  at(slug: string): number | null {
    return this.#entries.get(slug)?.at ?? null;
  }

  times(): Pick<Beat, "checked" | "due"> {
    const heard = [...this.#entries].flatMap(([slug, { at, pace }]) => (at === null ? [] : [{ slug, at, pace }]));
    return {
      checked: Object.fromEntries(heard.map(({ slug, at }) => [slug, at])),
      due: Object.fromEntries(heard.map(({ slug, at, pace }) => [slug, at + pace])),
    };
  }
}
