import { canonical } from "../../delta/canonical";
import type { KeyMeta, StreamEvent } from "../../protocol/parts";
import type { Append, ChangeSet, Write } from "../../store/change-set";

/** A key as it stood at one commit. `text`: the value's canonical text. */
export interface Truth {
  readonly rev: number;
  readonly at: number;
  readonly text: string;
  readonly meta: KeyMeta;
  /** Of a stream, whose value they are. */
  readonly events?: readonly StreamEvent[];
}
export type State = ReadonlyMap<string, Truth>;

/** What was ever true: kept by plain bookkeeping, beside the store and without asking it. */
export class Ledger {
  epoch: string;
  seq = 0;
  state: State = new Map();
  readonly #states = new Map<string, State>();
  readonly #commits: State[] = [];

  constructor(epoch: string) {
    this.epoch = epoch;
    this.#keep();
  }

  get cursor(): string {
    return `${this.epoch}:${this.seq}`;
  }

  /** The keys at a cursor; undefined where there never was such a commit. */
  at(cursor: string): State | undefined {
    return this.#states.get(cursor);
  }

  /** A key as it stood after the commit of this number, in whatever epoch: numbers are never given again. */
  keyAt(seq: number, key: string): Truth | undefined {
    return this.#commits[seq]?.get(key);
  }

  /** What the change set would make of the state; null when it changes nothing. */
  after(change: ChangeSet): State | null {
    const next = new Map(this.state);
    const rev = this.seq + 1;
    for (const write of change.writes) setIn(next, write, rev, change.at);
    for (const append of change.appends ?? []) appendIn(next, append, rev, change.at);
    for (const key of change.removes) next.delete(key);
    const isSame = next.size === this.state.size && [...next].every(([key, truth]) => this.state.get(key) === truth);
    return isSame ? null : next;
  }

  commit(state: State): void {
    this.seq += 1;
    this.state = state;
    this.#keep();
  }

  /** The commits after this one came to nothing: whoever made them ended before they were durable. */
  back(seq: number): void {
    for (let lost = seq + 1; lost <= this.seq; lost++) this.#states.delete(`${this.epoch}:${lost}`);
    this.#commits.length = seq + 1;
    this.seq = seq;
    this.state = this.#commits[seq] ?? new Map();
  }

  renew(epoch: string): void {
    this.epoch = epoch;
    this.#keep();
  }

  #keep(): void {
    this.#states.set(this.cursor, this.state);
    this.#commits[this.seq] = this.state;
  }
}

function setIn(state: Map<string, Truth>, { key, value, meta }: Write, rev: number, at: number): void {
  const held = state.get(key);
  const text = canonical(value);
  if (held?.text === text && sameMeta(held.meta, meta)) return;
  state.set(key, { rev, at, text, meta });
}

function appendIn(state: Map<string, Truth>, { key, events, meta }: Append, rev: number, at: number): void {
  const held = state.get(key);
  if (events.length === 0 && held && sameMeta(held.meta, meta)) return;
  const added = events.map((event, i) => ({ id: rev * 1_000 + i, ...event }));
  const kept = [...(held?.events ?? []), ...added].slice(-(meta.keep ?? 100));
  state.set(key, { rev, at, text: canonical(kept), meta, events: kept });
}

function sameMeta(a: KeyMeta, b: KeyMeta): boolean {
  return a.kind === b.kind && a.unit === b.unit && a.label === b.label && a.keep === b.keep;
}
