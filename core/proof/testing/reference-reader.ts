import { matches } from "../../keys/pattern";
import { parseCursor } from "../../protocol/cursor";
import type { DataUpdate } from "../../protocol/data-update";
import type { Down } from "../../protocol/down";
import type { Place } from "../../protocol/presence";
import type { Snapshot } from "../../protocol/snapshot";
import type { Up } from "../../protocol/up";
import type { Welcome } from "../../protocol/welcome";
import { ReferenceCopy } from "./reference-copy";
import { violated } from "./violated";

type Asked = Extract<Up, { keys: unknown }>;
export type WriteFrame = Extract<Up, { type: "set" | "append" }>;
/** A write, and what the server said of it. */
export interface Written {
  readonly frame: WriteFrame;
  readonly answer: Extract<Down, { type: "done" | "error" }>;
}
/** How a reader says something to the server. */
type Say = (frame: Up) => void;

/** What holds on one socket, and ends with it. */
class Session {
  readonly say: Say;
  /** Requests that are not answered yet, in the order they were made. */
  readonly asked: Asked[] = [];
  /** Writes that are not answered yet, in the order they were said. */
  readonly writes: WriteFrame[] = [];
  /** Patterns whose keys it may be sent updates for: from the answer that brought them to the one that takes them back. */
  readonly open = new Set<string>();
  parts: Snapshot[] = [];
  welcomed = false;
  step: number | null = null;
  /** The reader said nothing of these frames yet. */
  owed: { parts: Up[]; step: Up | null } = { parts: [], step: null };

  constructor(say: Say) {
    this.say = say;
  }
}

/** A reader by docs/protocol.md, and nothing but: it never repairs, it holds against the server what does not fit. */
export class ReferenceReader {
  readonly copy = new ReferenceCopy();
  /** Where the copy is true, as a whole. */
  cursor: string | null = null;
  /** Whom the server last took it for. */
  who: Welcome["principal"] | null = null;
  /** Patterns that it wants, and those of them that it holds the keys of. */
  readonly wanted = new Set<string>();
  readonly answered = new Set<string>();
  /** Writes that it does not know the end of: said again on the next socket. */
  #writes: WriteFrame[] = [];
  #lastWrite: WriteFrame | null = null;
  /** Requests are told apart over all sockets. */
  #requests = 0;
  #session: Session | null = null;

  get isLive(): boolean {
    return this.#session?.welcomed === true && this.#session.asked.length + this.#writes.length === 0;
  }

  get isOpen(): boolean {
    return this.#session !== null;
  }

  opened(say: Say): void {
    this.#session = new Session(say);
  }

  /** The socket is gone. `forgets`: rights have changed, so it forgets what it holds. */
  closed(forgets: boolean): void {
    this.#session = null;
    for (const pattern of Array.from(this.answered)) if (!this.wanted.has(pattern)) this.answered.delete(pattern);
    if (forgets) this.#forget();
    this.#dropUnasked();
  }

  want(pattern: string): void {
    if (this.wanted.has(pattern)) return;
    this.wanted.add(pattern);
    if (this.#session?.welcomed) this.#subscribe([pattern], null);
  }

  leave(pattern: string): void {
    if (!this.wanted.delete(pattern)) return;
    if (this.#session?.welcomed) return this.#ask({ type: "unsubscribe", id: this.#id(), keys: [pattern] });
    this.answered.delete(pattern);
    this.#dropUnasked();
  }

  /** Asks once more for what it has, from where it stands: a frame that is repeated. */
  again(): void {
    const held = [...this.answered].filter((pattern) => this.wanted.has(pattern));
    if (this.isLive && held.length > 0) this.#subscribe(held, this.cursor);
  }

  resync(): void {
    const keys = [...this.copy.keys.keys()].slice(0, 3);
    if (this.#session?.welcomed && keys.length > 0) this.#ask({ type: "resync", id: this.#id(), keys });
  }

  write(what: (id: string) => WriteFrame): void {
    const frame = what(this.#id());
    this.#lastWrite = frame;
    this.#writes.push(frame);
    this.#sayWrite(frame);
  }

  /** Says its last write once more, whether it was answered or not. */
  writeAgain(): void {
    if (this.#lastWrite && this.#session?.welcomed) this.#sayWrite(this.#lastWrite);
  }

  /** Says where it is, where there is anything to say it to: that a visitor is nowhere is no part of its story. */
  stand(place: Place): void {
    const session = this.#session;
    if (session?.welcomed && this.who?.kind === "member") {
      session.say({ type: "presence", id: this.#id(), places: [place] });
    }
  }

  #sayWrite(frame: WriteFrame): void {
    if (!this.#session?.welcomed) return;
    this.#session.writes.push(frame);
    this.#session.say(frame);
  }

  /** Says what has arrived since it last did. */
  acknowledge(): void {
    const session = this.#session;
    if (!session) return;
    for (const frame of session.owed.parts) session.say(frame);
    if (session.owed.step) session.say(session.owed.step);
    session.owed = { parts: [], step: null };
  }

  /** What it comes to, where it ends a write. */
  hear(frame: Down): Written | undefined {
    const session = this.#session;
    if (!session) return undefined;
    if (!session.welcomed && frame.type !== "welcome") violated("protocol", `${frame.type} before welcome`);
    switch (frame.type) {
      case "welcome":
        this.#welcomed(session, frame.principal);
        return undefined;
      case "snapshot":
        this.#part(session, frame);
        return undefined;
      case "data_update":
        this.#step(session, frame);
        return undefined;
      case "unsubscribed":
        this.#unsubscribed(session, frame.id);
        return undefined;
      case "error":
      case "done":
        return this.#written(session, frame);
      case "beat":
      case "bye":
        return undefined;
    }
  }

  #written(session: Session, answer: Written["answer"]): Written {
    const frame = session.writes.shift();
    if (frame === undefined || frame.id !== answer.id)
      violated("protocol", `${JSON.stringify(answer)} is no answer to a write`);
    this.#writes = this.#writes.filter(({ id }) => id !== frame.id);
    return { frame, answer };
  }

  #welcomed(session: Session, who: Welcome["principal"]): void {
    if (session.welcomed) violated("protocol", "welcome twice");
    session.welcomed = true;
    if (this.who?.kind !== who.kind) this.#forget();
    this.who = who;
    const held = [...this.wanted].filter((pattern) => this.answered.has(pattern));
    const fresh = [...this.wanted].filter((pattern) => !this.answered.has(pattern));
    if (held.length > 0) this.#subscribe(held, this.cursor);
    if (fresh.length > 0) this.#subscribe(fresh, null);
    for (const frame of this.#writes) this.#sayWrite(frame);
  }

  #forget(): void {
    this.answered.clear();
    this.copy.clear();
    this.cursor = null;
  }

  #subscribe(keys: string[], since: string | null): void {
    this.#ask({ type: "subscribe", id: this.#id(), keys, ...(since === null ? {} : { since }) });
  }

  #part(session: Session, part: Snapshot): void {
    const request = session.asked[0];
    if (request?.id !== part.id || request.type === "unsubscribe") violated("protocol", `an answer to ${part.id}`);
    if (part.part !== session.parts.length + 1) violated("I3", `part ${part.part} after ${session.parts.length}`);
    if (part.cursor !== (session.parts[0]?.cursor ?? part.cursor)) violated("I3", "parts of two cursors");
    session.owed.parts.push({ type: "ack", cursor: part.cursor, part: part.part });
    session.parts.push(part);
    if (part.part < part.parts) return;
    this.#answer(request, session.parts);
    if (request.type === "subscribe") for (const pattern of request.keys) session.open.add(pattern);
    session.parts = [];
    session.asked.shift();
  }

  /** All parts are here: they are applied together. */
  #answer(request: Asked, parts: readonly Snapshot[]): void {
    const whole = parts[0] as Snapshot;
    const values = parts.flatMap((part) => part.values);
    const changed = [...values, ...parts.flatMap(({ tails = [] }) => tails)];
    const removed = parts.flatMap((part) => part.removed);
    const covers = (key: string) => request.keys.some((pattern) => matches(pattern, key));
    for (const key of [...changed.map((one) => one.key), ...removed]) {
      if (!covers(key)) violated("I1", `${key} was not asked for`);
    }
    this.#move(whole.cursor);
    if (whole.full) {
      const present = new Set(values.map(({ key }) => key));
      this.copy.drop((key) => covers(key) && !present.has(key));
      // A repair is for what is held; it subscribes to nothing.
      for (const value of values) if (request.type !== "resync" || this.#holds(value.key)) this.copy.replace(value);
    } else {
      for (const one of changed) this.copy.apply(one);
      const rev = parseCursor(whole.cursor)?.seq ?? 0;
      for (const key of removed) this.copy.apply({ key, rev, removed: true });
    }
    if (request.type === "subscribe") for (const pattern of request.keys) this.answered.add(pattern);
    this.#dropUnasked();
  }

  #step(session: Session, step: DataUpdate): void {
    if (session.parts.length > 0) violated("I3", "a step between the parts of an answer");
    const [from, to] = [parseCursor(step.from), parseCursor(step.cursor)];
    if (!from || !to || from.epoch !== to.epoch || from.seq >= to.seq) violated("I2", `${step.from} to ${step.cursor}`);
    if (to.seq <= (session.step ?? -1)) violated("I2", `a step to ${to.seq} after one to ${session.step}`);
    session.step = to.seq;
    session.owed.step = { type: "ack", cursor: step.cursor };
    for (const { key } of step.updates) {
      if (![...session.open].some((pattern) => matches(pattern, key))) violated("I7", `${key} is not asked for`);
    }
    this.#move(step.cursor);
    for (const update of step.updates) this.copy.apply(update);
  }

  #unsubscribed(session: Session, id: string): void {
    const request = session.asked.shift();
    if (request?.id !== id || request.type !== "unsubscribe") violated("protocol", `unsubscribed ${id}`);
    for (const pattern of request.keys) {
      this.answered.delete(pattern);
      session.open.delete(pattern);
    }
    this.#dropUnasked();
  }

  #move(cursor: string): void {
    const [held, next] = [parseCursor(this.cursor ?? ""), parseCursor(cursor)];
    if (held && held.epoch !== next?.epoch) this.copy.otherEpoch();
    else if (held && next && next.seq < held.seq) violated("I2", `the cursor falls from ${this.cursor} to ${cursor}`);
    this.cursor = cursor;
  }

  #holds(key: string): boolean {
    return [...this.answered].some((pattern) => matches(pattern, key));
  }

  #dropUnasked(): void {
    this.copy.drop((key) => !this.#holds(key));
  }

  #ask(frame: Asked): void {
    this.#session?.asked.push(frame);
    this.#session?.say(frame);
  }

  #id(): string {
    this.#requests += 1;
    return `q${this.#requests}`;
  }
}
