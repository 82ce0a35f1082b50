import type { Snapshot } from "../../core/protocol/snapshot";
import type { CatchUp } from "./arrival";
import type { Timers } from "./clock";
import { joinParts } from "./join-parts";

/** A subscription that is not answered by then (milliseconds) will not be: the connection is begun anew. */
const ANSWER_DEADLINE = 15_000;

interface Request {
  readonly patterns: readonly string[];
  readonly parts: Map<number, Snapshot>;
  cancelDeadline: () => void;
}

/** The subscriptions of one socket that wait for their answer, and the parts of it that came. */
export class Requests {
  readonly #timers: Timers;
  readonly #overdue: () => void;
  readonly #open = new Map<string, Request>();
  #made = 0;

  constructor(timers: Timers, overdue: () => void) {
    this.#timers = timers;
    this.#overdue = overdue;
  }

  /** An id that no other request of this connection had, on whatever socket. */
  nextId(): string {
    this.#made += 1;
    return `r${this.#made}`;
  }

  add(patterns: readonly string[]): string {
    const id = this.nextId();
    this.#open.set(id, { patterns, parts: new Map(), cancelDeadline: this.#deadline() });
    return id;
  }

  /** The whole answer once its last part is there, in whatever order they came; null before, or if nobody asked. */
  receive(part: Snapshot): CatchUp | null {
    const request = this.#open.get(part.id);
    if (!request) return null;
    request.parts.set(part.part, part);
    request.cancelDeadline();
    if (request.parts.size < part.parts) {
      request.cancelDeadline = this.#deadline();
      return null;
    }
    this.#open.delete(part.id);
    const { id } = part;
    return { type: "catch_up", id, patterns: request.patterns, ...joinParts(part, [...request.parts.values()]) };
  }

  /** Whether an answer has begun and is not whole. */
  get isReceiving(): boolean {
    return [...this.#open.values()].some(({ parts }) => parts.size > 0);
  }

  /** It was refused. What comes back are its patterns, or null if there was no such request. */
  drop(id: string): readonly string[] | null {
    const request = this.#open.get(id);
    request?.cancelDeadline();
    this.#open.delete(id);
    return request?.patterns ?? null;
  }

  /** The socket is gone: no answer comes any more. */
  clear(): void {
    for (const request of this.#open.values()) request.cancelDeadline();
    this.#open.clear();
  }

  #deadline(): () => void {
    return this.#timers.after(ANSWER_DEADLINE, this.#overdue);
  }
}
