import { parseCursor } from "../../core/protocol/cursor";
import type { DataUpdate } from "../../core/protocol/data-update";
import type { Down } from "../../core/protocol/down";
import type { ErrorFrame } from "../../core/protocol/error";
import { MAX_PATTERNS_A_FRAME } from "../../core/protocol/subscribe";
import type { Up } from "../../core/protocol/up";
import type { Arrival, CatchUp } from "./arrival";
import type { Timers } from "./clock";
import { Requests } from "./requests";
import type { Sink } from "./sink";
import { WantedPatterns } from "./wanted-patterns";

/** A pattern outlives its last user this long (milliseconds), so that the next page finds shared ones still live. */
export const LINGER = 1_000;
/** When a refused request is made again, if the server did not say. */
const ASK_AGAIN = 5_000;

export interface SubscriptionsPorts {
  readonly timers: Timers;
  readonly sink: Sink;
  /** An answer did not come in time. */
  overdue(): void;
  /** Everything that was wanted when the socket opened is answered. */
  caughtUp(): void;
  /** The server said no to something; its sentence. */
  refused(message: string): void;
}

/** The patterns that the page wants, and what one socket after another has been asked and has answered for them. */
export class Subscriptions {
  readonly #ports: SubscriptionsPorts;
  readonly #wanted = new WantedPatterns();
  readonly #requests: Requests;
  #send: ((frame: Up) => void) | null = null;
  /** The first requests on a socket that are not answered yet; null from when all of them were. */
  #resuming: Set<string> | null = null;
  /** What came while an answer was awaited or only half there: the copy never mixes two commits. */
  #held: Arrival[] = [];

  /** Keys whose copy is not to be trusted, with the request for their whole value; null while there is no socket. */
  readonly #repairs = new Map<string, string | null>();

  constructor(ports: SubscriptionsPorts) {
    this.#ports = ports;
    this.#requests = new Requests(ports.timers, () => ports.overdue());
  }

  get patterns(): string[] {
    return this.#wanted.patterns;
  }

  /** Keeps patterns subscribed from `since` until the returned call. */
  want(patterns: readonly string[], since: string | null): () => void {
    const { timers, sink } = this.#ports;
    const foreign = isForeign(since, sink.cursor());
    const added = this.#wanted.add(patterns, foreign ? null : since);
    // Two epochs cannot be compared, so neither side is believed. Later, since the loader's values may still be on their
    // way into the cache: React runs the effects of parents after those of their children.
    if (foreign) timers.after(0, () => this.#askAfresh(patterns));
    else this.#ask(added);
    let wanted = true;
    return () => {
      if (!wanted) return;
      wanted = false;
      this.#wanted.release(patterns);
      timers.after(LINGER, () => this.#sweep());
    };
  }

  /** A socket is ready: everything wanted is asked for, from where its values stand. */
  open(send: (frame: Up) => void): void {
    this.#send = send;
    this.#resuming = new Set(this.#ask(this.#wanted.patterns));
    this.repair([...this.#repairs.keys()]);
    this.#proceed(null);
  }

  /** The socket is gone. What was held back was not applied, so it is asked for again. */
  close(): void {
    this.#send = null;
    this.#resuming = null;
    this.#held = [];
    for (const key of this.#repairs.keys()) this.#repairs.set(key, null);
    this.#requests.clear();
  }

  receive(frame: Exclude<Down, { type: "welcome" | "bye" }>): void {
    switch (frame.type) {
      case "snapshot": {
        const whole = this.#requests.receive(frame);
        if (!whole) return;
        // A commit that was made after the answer may have overtaken its last part.
        const later = this.#held.findIndex((other) => other.type === "data_update" && isAfter(other, whole));
        this.#held.splice(later === -1 ? this.#held.length : later, 0, whole);
        return this.#proceed(whole.id);
      }
      case "data_update":
      case "beat":
        this.#held.push(frame);
        return this.#proceed(null);
      case "error":
        return this.#refused(frame);
      case "unsubscribed":
      case "done":
        return;
    }
  }

  /** Asks for the whole values of these keys, once until they are there; again on the next socket if this one goes. */
  repair(keys: readonly string[]): void {
    const anew = keys.filter((key) => !this.#repairs.get(key));
    for (const some of chunks(anew)) {
      const id = this.#send ? this.#requests.add(some) : null;
      for (const key of some) this.#repairs.set(key, id);
      if (id !== null) this.#send?.({ type: "resync", id, keys: some });
    }
  }

  /** A catch-up is applied. */
  answered(request: string): void {
    this.#wanted.answered(request);
    for (const [key, id] of this.#repairs) if (id === request) this.#repairs.delete(key);
  }

  /** Nothing that is held counts any more. */
  distrustAll(): void {
    this.#wanted.distrust(this.#wanted.patterns);
  }

  /** Hands over what is held, unless something that belongs before it is still to come. */
  #proceed(answered: string | null): void {
    if (answered !== null) this.#resuming?.delete(answered);
    if (this.#requests.isReceiving || (this.#resuming?.size ?? 0) > 0) return;
    if (this.#held.length > 0) this.#ports.sink.deliver(this.#held);
    this.#held = [];
    if (this.#resuming === null) return;
    this.#resuming = null;
    this.#ports.caughtUp();
  }

  #refused({ id, retry, after, message }: ErrorFrame): void {
    const patterns = id === undefined ? null : this.#requests.drop(id);
    this.#ports.refused(message);
    const send = this.#send;
    if (patterns && retry !== "never") {
      this.#ports.timers.after(after ?? ASK_AGAIN, () => {
        if (send === this.#send) this.#ask(patterns);
      });
    }
    this.#proceed(id ?? null);
  }

  /** Sends the subscriptions, when there is somebody to send them to. What comes back are their ids. */
  #ask(patterns: readonly string[]): string[] {
    const send = this.#send;
    if (!send) return [];
    const ids: string[] = [];
    for (const [since, group] of this.#wanted.groups(patterns, this.#ports.sink.cursor())) {
      for (const keys of chunks(group)) {
        const id = this.#requests.add(keys);
        this.#wanted.asked(keys, id);
        send({ type: "subscribe", id, keys, ...(since === null ? {} : { since }) });
        ids.push(id);
      }
    }
    return ids;
  }

  #askAfresh(patterns: readonly string[]): void {
    this.#ports.sink.distrust(patterns);
    this.#wanted.distrust(patterns);
    this.#ask(patterns);
  }

  #sweep(): void {
    const dropped = this.#wanted.sweep();
    if (dropped.length === 0) return;
    for (const keys of chunks(dropped)) this.#send?.({ type: "unsubscribe", id: this.#requests.nextId(), keys });
    this.#ports.sink.release(dropped, this.#wanted.patterns);
  }
}

function isAfter(update: DataUpdate, answer: CatchUp): boolean {
  return (parseCursor(update.cursor)?.seq ?? 0) > (parseCursor(answer.cursor)?.seq ?? 0);
}

function isForeign(since: string | null, held: string | null): boolean {
  if (since === null || held === null) return false;
  return parseCursor(since)?.epoch !== parseCursor(held)?.epoch;
}

function chunks(patterns: readonly string[]): string[][] {
  const count = Math.ceil(patterns.length / MAX_PATTERNS_A_FRAME);
  return Array.from({ length: count }, (_, i) =>
    patterns.slice(i * MAX_PATTERNS_A_FRAME, (i + 1) * MAX_PATTERNS_A_FRAME),
  );
}
