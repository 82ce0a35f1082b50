import type { Cursor } from "../../protocol/cursor";
import type { Down } from "../../protocol/down";
import type { Who } from "./may-read";

/** A frame on its way down: its text, and what it says. */
export interface Sent {
  readonly text: string;
  readonly frame: Down;
}

/** One socket: what is on its way in both directions waits until it is let go. */
export class Link {
  readonly id: string;
  readonly who: Who;
  readonly up: string[] = [];
  readonly down: Sent[] = [];
  /** Everything that was ever sent down, in order: what two runs are compared by. */
  readonly transcript: string[] = [];
  /** The server's end is open. The reader hears of its close after everything before it. */
  open = true;
  closedWith: number | null = null;
  /** Steps and parts that the server has heard no acknowledgement of. */
  #outstanding: { readonly seq: number; readonly part: number | null; readonly bytes: number }[] = [];

  constructor(id: string, who: Who) {
    this.id = id;
    this.who = who;
  }

  get outstanding(): { readonly frames: number; readonly bytes: number } {
    return {
      frames: this.#outstanding.length,
      bytes: this.#outstanding.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  send(sent: Sent): void {
    this.transcript.push(sent.text);
    this.down.push(sent);
  }

  /** The server has sent a step or a part. */
  owes({ seq }: Cursor, part: number | null, bytes: number): void {
    this.#outstanding.push({ seq, part, bytes });
  }

  /** The server hears an acknowledgement: of everything up to it. */
  acked({ seq }: Cursor, part: number | null): void {
    const last = this.#outstanding.findLastIndex(
      (one) => one.part === part && (part === null ? one.seq <= seq : one.seq === seq),
    );
    this.#outstanding.splice(0, last + 1);
  }

  /** An object that slept does not know what it had sent before. */
  forget(): void {
    this.#outstanding = [];
  }
}
