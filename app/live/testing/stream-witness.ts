import { expect } from "vitest";
import type { StreamEvent } from "../../../core/protocol/parts";
import type { Commit } from "../../../core/store/store";
import type { LiveValue } from "../live-value";

/** Watches what a page holds of one stream, at each change of it, against everything that was ever appended to it. */
export class StreamWitness {
  readonly #key: string;
  readonly #commits: readonly Commit[];
  readonly #received: readonly string[];
  /** The ids that the page has held since it last held nothing of the stream. */
  #seen: number[] = [];

  /** @param received all texts that reached the page */
  constructor(key: string, commits: readonly Commit[], received: readonly string[]) {
    this.#key = key;
    this.#commits = commits;
    this.#received = received;
  }

  /** Every event that was ever appended, in order. */
  get appended(): StreamEvent[] {
    return this.#commits.flatMap(({ changed }) =>
      changed.flatMap(({ key, events }) => (key === this.#key ? (events ?? []) : [])),
    );
  }

  look(value: LiveValue | null): void {
    if (value === null) {
      this.#seen = [];
      return;
    }
    const held = value.value as unknown as readonly StreamEvent[];
    const ids = held.map(({ id }) => id);
    expect(ids, "in order, each once").toEqual([...new Set(ids)].sort((a, b) => a - b));
    const last = this.#seen.at(-1);
    const fresh = last === undefined ? ids : ids.filter((id) => id > last);
    for (const id of ids) if (!fresh.includes(id)) expect(this.#seen, "no event comes in behind others").toContain(id);
    if (last !== undefined) this.#expectAll(last, fresh, value.gapAt);
    this.#seen.push(...fresh);
  }

  /**
   * What was appended after the last event seen is there, from the gap on where one is said, or came and left in one
   * step of more events than the stream keeps.
   */
  #expectAll(last: number, fresh: readonly number[], gapAt: number | undefined): void {
    const newest = fresh.at(-1);
    if (newest === undefined) return;
    const missed = this.appended.filter(({ id }) => id > last && id <= newest && !fresh.includes(id));
    const unsaid = missed.filter(({ id }) => (gapAt === undefined || id >= gapAt) && !this.#came(id));
    expect(unsaid, `events after ${last} that nobody saw, with a gap at ${gapAt}`).toEqual([]);
  }

  #came(id: number): boolean {
    return this.#received.some((text) => text.includes(`"id":${id},`));
  }
}
