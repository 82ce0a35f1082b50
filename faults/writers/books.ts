import { canonical } from "../../core/delta/canonical";
import type { Json } from "../../core/json";
import { parseCursor } from "../../core/protocol/cursor";

/** What a key may hold in the end: its canonical text, null where it is gone. */
interface Entry {
  acknowledged: string | null;
  /** A request that was given up and made again may still be under way: what it would write, late. */
  readonly late: Set<string | null>;
}

/** What was acknowledged to those who write, by plain bookkeeping. */
export class Books {
  readonly #keys = new Map<string, Entry>();
  /** Events that were acknowledged, by stream. */
  readonly #events = new Map<string, number[]>();
  readonly faults: string[] = [];
  readonly counts = { requests: 0, acknowledged: 0, doubts: 0, limited: 0 };
  /** The newest commit that was told of. */
  #epoch: string | null = null;
  #seq = 0;

  /** Values that were acknowledged; null for a key that was removed. `inDoubt`: not by the first request. */
  values(values: Readonly<Record<string, Json | null>>, isRemoval: boolean, inDoubt: boolean): void {
    for (const [key, value] of Object.entries(values)) {
      const text = isRemoval ? null : canonical(value);
      const entry = this.#keys.get(key) ?? { acknowledged: null, late: new Set() };
      this.#keys.set(key, entry);
      entry.acknowledged = text;
      if (inDoubt) entry.late.add(text);
    }
  }

  events(stream: string, data: readonly number[]): void {
    const all = this.#events.get(stream) ?? [];
    this.#events.set(stream, all);
    all.push(...data);
  }

  /** Where an acknowledged write landed. Gives the number of the commit. */
  landed(cursor: string): number {
    this.counts.acknowledged += 1;
    const at = parseCursor(cursor);
    if (at === null) throw new Error(`${cursor} is no cursor`);
    this.#epoch ??= at.epoch;
    if (at.epoch !== this.#epoch) this.faults.push(`epoch ${this.#epoch} is followed by ${at.epoch}`);
    this.#seq = Math.max(this.#seq, at.seq);
    return at.seq;
  }

  /** What is wrong with what the server says in the end: nothing acknowledged may be lost, and no event be twice. */
  audit(cursor: string, held: ReadonlyMap<string, Json>): string[] {
    const at = parseCursor(cursor);
    const wrong = [...this.faults];
    if (at?.epoch !== this.#epoch || at === null || at.seq < this.#seq) {
      wrong.push(`the store is at ${cursor}, and ${this.#epoch}:${this.#seq} was acknowledged`);
    }
    for (const [key, { acknowledged, late }] of this.#keys) {
      const value = held.get(key);
      const text = value === undefined ? null : canonical(value);
      if (text !== acknowledged && !late.has(text))
        wrong.push(`${key} is ${text}, and ${acknowledged} was acknowledged`);
    }
    for (const [stream, events] of this.#events) wrong.push(...auditStream(stream, events, held.get(stream)));
    return wrong;
  }
}

/** Each event that was acknowledged is there once, and nothing else is. */
function auditStream(stream: string, acknowledged: readonly number[], held: Json | undefined): string[] {
  const events = Array.isArray(held) ? (held as readonly { readonly id: number; readonly data: number }[]) : [];
  const times = new Map(acknowledged.map((one) => [one, 0]));
  for (const { data } of events) times.set(data, (times.get(data) ?? 0) + 1);
  const known = new Set(acknowledged);
  const wrong = [...times].filter(([one, count]) => count !== 1 || !known.has(one));
  const rises = events.every(({ id }, i) => id > (events[i - 1]?.id ?? 0));
  return [
    ...wrong.slice(0, 5).map(([one, count]) => `${stream} has event ${one} ${count} times (of ${wrong.length} such)`),
    ...(rises ? [] : [`the ids of ${stream} do not rise`]),
  ];
}
