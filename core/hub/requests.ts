import type { Cursor } from "../protocol/cursor";
import type { Answer } from "./answer";
import type { Outbox } from "./outbox";

/** What a reader asked for: makes an answer that goes out in parts, or does all of it at once. */
export type Request = () => RunningAnswer | null;

/** An answer on its way: what its next part is, and whether the one before it has arrived. */
export interface RunningAnswer {
  readonly answer: Answer;
  readonly frame: (part: number) => string;
}

/**
 * The requests of one reader. One part of an answer is outstanding at a time, so that a large answer does not pile up
 * before a slow line; what is asked meanwhile waits its turn, and steps of the store wait with it: the reader then stands
 * where its answer stands, and is brought up to date from there.
 */
export class Requests {
  readonly #outbox: Outbox;
  readonly #waiting: Request[] = [];
  #running: RunningAnswer | null = null;
  #sent = 0;
  #arrived = 0;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get idle(): boolean {
    return this.#running === null && this.#waiting.length === 0;
  }

  add(request: Request): void {
    this.#waiting.push(request);
  }

  /** This part has arrived. */
  acked({ seq }: Cursor, part: number): void {
    if (this.#running?.answer.cursor.seq === seq && part === this.#sent) this.#arrived = part;
  }

  /** An answer is on its way. */
  get isAnswering(): boolean {
    return this.#running !== null;
  }

  /** Goes on as far as it can now. `isCurrent`: whether the reader lacks nothing, before it is answered anew. */
  proceed(isCurrent: () => boolean): void {
    for (;;) {
      if (this.#running === null) {
        if (this.#waiting.length === 0 || !isCurrent()) return;
        const request = this.#waiting.shift();
        if (!request) return;
        this.#begin(request());
      }
      if (this.#running !== null && !this.#continue(this.#running)) return;
    }
  }

  #begin(running: RunningAnswer | null): void {
    this.#running = running;
    this.#sent = 0;
    this.#arrived = 0;
  }

  /** Whether the answer is all sent. */
  #continue({ answer, frame }: RunningAnswer): boolean {
    if (this.#arrived < this.#sent) return false;
    const next = this.#sent + 1;
    if (!this.#outbox.part(frame(next), answer.cursor.seq, next)) {
      this.#outbox.fallBehind(answer.cursor);
      return false;
    }
    this.#sent = next;
    if (next < answer.parts) {
      this.#outbox.fallBehind(answer.cursor);
      return false;
    }
    this.#running = null;
    return true;
  }
}
