import type { Outlet } from "../hub/subscriber";
import type { Timers } from "../ports";
import type { Ack } from "../protocol/ack";
import { eventText } from "./event-text";
import { frameHead, type Move } from "./frame-head";

/** How long a client waits before it comes back by itself, in milliseconds: told first. */
const RETRY = 3_000;
/** A comment this often (milliseconds) keeps proxies from taking a quiet stream for a dead one. */
export const COMMENT_EVERY = 15_000;
/** A stream that is to end waits this long (milliseconds) for what is on its way. */
export const END_GRACE = 1_000;

/** The response's body, as far as it is written. */
export interface EventSink {
  /** Resolves once the stream has taken it, which is when its reader has made room; rejects when the reader is gone. */
  write(text: string): Promise<void>;
  /** No more comes. */
  end(): void;
  /** Ends now, whatever is on its way. */
  abort(): void;
}

interface EventOutletPorts {
  readonly timers: Pick<Timers, "after">;
  /** The cursor from which the client wanted to go on; null for a first visit. */
  readonly since: string | null;
  /** The stream has taken what this acknowledges. */
  took(ack: Omit<Ack, "type">): void;
  /** How long the response may last, in milliseconds; and that it has. */
  readonly life: number;
  outlived(): void;
  /** Nothing more can be sent. Called once. */
  over(): void;
}

/**
 * A response of server-sent events as the room sees it. One write is outstanding: the room holds this reader to one
 * frame, counts it as arrived when the stream has taken it, and meanwhile conflates. So what waits here is bounded: one
 * frame, the newest beat, and the last word.
 */
export class EventOutlet implements Outlet {
  readonly frames = 1;
  readonly #sink: EventSink;
  readonly #ports: EventOutletPorts;
  #frame: { readonly text: string; readonly move: Move } | null = null;
  /** The frame that is being written, or was and is not counted as arrived yet. */
  #taken: Move | null = null;
  #told: string | null = null;
  #bye: string | null = null;
  #state: "open" | "ending" | "over" = "open";
  #isWriting = false;
  #cancelTimer: () => void = () => {};
  #cancelEnd: () => void;

  constructor(sink: EventSink, ports: EventOutletPorts) {
    this.#sink = sink;
    this.#ports = ports;
    this.#told = `retry: ${RETRY}\n\n`;
    void this.#writeAll();
    this.#commentLater();
    this.#cancelEnd = ports.timers.after(ports.life, () => ports.outlived());
  }

  send(frame: string): void {
    if (this.#state !== "open") return;
    const head = frameHead(frame);
    if (head.cursor !== null) this.#frame = { text: this.#textOf(frame, head), move: head };
    else if (head.type === "bye") this.#bye = eventText("bye", frame, null);
    else this.#told = eventText(head.type, frame, null);
    void this.#writeAll();
  }

  /** What is not on its way yet does not leave any more, but for the `bye` that says why. */
  close(): void {
    if (this.#state !== "open") return;
    this.#state = "ending";
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.timers.after(END_GRACE, () => {
      this.#sink.abort();
      this.lost();
    });
    void this.#writeAll();
  }

  /** The client went away, or all is said. */
  lost(): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#cancelTimer();
    this.#cancelEnd();
    this.#ports.over();
  }

  #textOf(frame: string, { type, cursor, part, isWhole, reason }: Move): string {
    const { since } = this.#ports;
    const text = eventText(type, frame, isWhole ? cursor : null);
    if (since === null || reason === null || part !== 1) return text;
    return eventText("realtime.reset", JSON.stringify({ reason, lastKnownId: since }), null) + text;
  }

  async #writeAll(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    try {
      for (let text = this.#next(); text !== null; text = this.#next()) await this.#sink.write(text);
    } catch {
      // The only way that a write fails: there is no reader any more.
      this.lost();
    }
    this.#isWriting = false;
  }

  /** What is to be written now that nothing is outstanding; null for nothing. */
  #next(): string | null {
    if (this.#state === "over") return null;
    if (this.#state === "ending") return this.#last();
    if (this.#frame !== null) {
      const { text, move } = this.#frame;
      this.#frame = null;
      this.#taken = move;
      return text;
    }
    // Told after the frame that was taken, and before whatever the room sends once it knows.
    if (this.#told !== null) {
      const text = this.#told;
      this.#told = null;
      return text;
    }
    if (this.#taken === null) return null;
    const { cursor, part } = this.#taken;
    this.#taken = null;
    this.#ports.took({ cursor, ...(part === null ? {} : { part }) });
    return this.#next();
  }

  #last(): string | null {
    const text = this.#bye;
    this.#bye = null;
    if (text !== null) return text;
    this.#sink.end();
    this.lost();
    return null;
  }

  #commentLater(): void {
    this.#cancelTimer = this.#ports.timers.after(COMMENT_EVERY, () => {
      this.#commentLater();
      // A stream that is being written to is not quiet, or not read.
      if (this.#isWriting) return;
      this.#told = ":\n\n";
      void this.#writeAll();
    });
  }
}
