import { matches } from "../../../core/keys/pattern";
import type { Changes } from "../../../core/live-object";
import { closeCodes } from "../../../core/protocol/bye";
import { parseCursor } from "../../../core/protocol/cursor";
import type { DataUpdate } from "../../../core/protocol/data-update";
import type { Up } from "../../../core/protocol/up";
import type { Timers } from "../clock";
import type { Ending } from "../connection-state";
import type { Feed, OpenFeed } from "./feed";
import type { HttpCalls } from "./http-calls";
import type { LineFrame } from "./line";
import { lost } from "./lost";
import { oneQuestion } from "./one-question";
import { stepOf } from "./step-of";

export type ReadFrame = Extract<Up, { type: "subscribe" | "unsubscribe" | "resync" }>;
type Ask = Extract<Up, { type: "subscribe" | "resync" }>;

/** What a beat says here of the next one, in milliseconds: a page that nobody looks at asks this often. */
const BEAT_WITHIN = 10_000;

export interface ReadingPorts {
  readonly calls: Pick<HttpCalls, "values">;
  readonly timers: Timers;
  readonly openFeed: OpenFeed;
  /** What all patterns of a question may have together. */
  readonly patternBytes: number;
  received(frame: LineFrame): void;
  ended(ending: Ending): void;
}

/** Requests that are under way together, in the order in which they were made, and what is answered of them. */
interface Turn {
  readonly frames: readonly ReadFrame[];
  readonly asks: readonly Ask[];
  readonly answers: Map<string, Changes>;
}

/**
 * Answers what a reader asks as a socket would, by HTTP: each request is a question of its own. As their answers are
 * true at different commits, they are handed over only with the feed's first word, which brings all that is followed,
 * old and new, to one commit.
 */
export class Reading {
  readonly #ports: ReadingPorts;
  readonly #followed = new Set<string>();
  readonly #waiting: ReadFrame[] = [];
  #turn: Turn | null = null;
  /** The commit that all that is followed was told up to; null while nothing is. */
  #at: string | null = null;
  #feed: Feed | null = null;
  readonly #cancels: (() => void)[] = [];

  constructor(ports: ReadingPorts) {
    this.#ports = ports;
  }

  receive(frame: ReadFrame): void {
    // What is asked in one go goes into one turn.
    if (this.#waiting.length === 0) this.#cancels.push(this.#ports.timers.after(0, () => this.#next()));
    this.#waiting.push(frame);
  }

  look(): void {
    this.#feed?.look();
  }

  stop(): void {
    for (const cancel of this.#cancels.splice(0)) cancel();
    this.#feed?.stop();
    this.#feed = null;
  }

  #next(): void {
    if (this.#turn !== null || this.#waiting.length === 0) return;
    const frames = this.#waiting.splice(0);
    const asks = frames.filter((frame) => frame.type !== "unsubscribe");
    if (asks.length === 0) return this.#settle(frames);
    this.stop();
    this.#turn = { frames, asks, answers: new Map() };
    for (const ask of asks) {
      const since = ask.type === "subscribe" ? (ask.since ?? null) : null;
      const keys = oneQuestion(ask.keys, this.#ports.patternBytes);
      this.#cancels.push(this.#ports.calls.values(keys, since, (changes) => this.#answered(ask.id, changes)));
    }
  }

  #answered(id: string, changes: Changes | null): void {
    if (this.#turn === null || changes === null) return this.#end(lost);
    const { frames, asks, answers } = this.#turn;
    answers.set(id, changes);
    if (answers.size < asks.length) return;
    const cursors = [...answers.values()].map(({ cursor }) => cursor);
    const since = this.#at ?? oldest(cursors);
    if (!areOfOneEpoch([since, ...cursors])) return this.#end(begunAnew);
    this.#settle(frames);
    if (this.#followed.size > 0) return this.#follow(since);
    this.#handOver();
    this.#next();
  }

  #follow(since: string): void {
    this.#at = since;
    const keys = () => oneQuestion([...this.#followed], this.#ports.patternBytes);
    this.#feed = this.#ports.openFeed(keys, since, {
      changed: (changes) => this.#changed(changes),
      received: (frame) => (frame.type === "beat" ? this.#ports.received(frame) : this.#step(frame)),
      ended: (ending) => this.#end(ending),
    });
  }

  #changed(changes: Changes): void {
    // What is held cannot be brought up to date from where it stands: whoever holds it asks for it afresh.
    if (changes.full) return this.#end(begunAnew);
    this.#handOver();
    const step = stepOf(this.#at ?? changes.cursor, changes);
    if (step) this.#step(step);
    this.#at = changes.cursor;
    const { checked, due } = changes;
    this.#ports.received({ type: "beat", at: Math.max(0, ...Object.values(checked)), checked, due, next: BEAT_WITHIN });
    this.#next();
  }

  /** More may come than is wanted: what was asked for in one question may be wider, or was left since. */
  #step(frame: DataUpdate): void {
    this.#at = frame.cursor;
    const followed = [...this.#followed];
    const updates = frame.updates.filter(({ key }) => followed.some((pattern) => matches(pattern, key)));
    if (updates.length > 0) this.#ports.received({ ...frame, updates });
  }

  #handOver(): void {
    if (this.#turn === null) return;
    const { asks, answers } = this.#turn;
    this.#turn = null;
    for (const { id, keys } of asks) {
      const changes = answers.get(id);
      if (changes) this.#ports.received({ type: "snapshot", id, part: 1, parts: 1, ...within(keys, changes) });
    }
  }

  /** From here on these are followed, and those are not. */
  #settle(frames: readonly ReadFrame[]): void {
    for (const { type, id, keys } of frames) {
      if (type === "subscribe") for (const key of keys) this.#followed.add(key);
      if (type !== "unsubscribe") continue;
      for (const key of keys) this.#followed.delete(key);
      this.#ports.received({ type: "unsubscribed", id });
    }
    if (this.#followed.size > 0) return;
    this.#feed?.stop();
    this.#feed = null;
    this.#at = null;
  }

  #end(ending: Ending): void {
    this.stop();
    this.#ports.ended(ending);
  }
}

const begunAnew: Ending = { kind: "closed", code: closeCodes.epoch_changed, reason: "", after: 0 };

function oldest(cursors: readonly string[]): string {
  const seqOf = (cursor: string) => parseCursor(cursor)?.seq ?? 0;
  return cursors.reduce((a, b) => (seqOf(b) < seqOf(a) ? b : a));
}

function areOfOneEpoch(cursors: readonly string[]): boolean {
  return new Set(cursors.map((cursor) => parseCursor(cursor)?.epoch)).size === 1;
}

function within(patterns: readonly string[], changes: Changes): Changes {
  const isWanted = (key: string) => patterns.some((pattern) => matches(pattern, key));
  return {
    ...changes,
    values: changes.values.filter(({ key }) => isWanted(key)),
    ...(changes.tails ? { tails: changes.tails.filter(({ key }) => isWanted(key)) } : {}),
    removed: changes.removed.filter(isWanted),
  };
}
