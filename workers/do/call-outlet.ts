import * as v from "valibot";
import type { Outlet } from "../../core/hub/subscriber";
import type { Ack } from "../../core/protocol/ack";
import { type Down, down } from "../../core/protocol/down";
import { frameHead } from "../../core/sse/frame-head";

interface CallOutletPorts {
  /** Calls the reader with one frame; settles when it is done with it. */
  readonly call: (frame: Down) => Promise<unknown>;
  /** Gives the reader's function back: nobody is called any more. */
  readonly release: () => void;
  readonly arrived: (ack: Omit<Ack, "type">) => void;
  /** The reader is gone, or threw. */
  readonly failed: () => void;
  readonly closed: (code: number, reason: string) => void;
}

/** A reader in another Worker: each frame is a call of its function, and none is made before the last one is done. */
export class CallOutlet implements Outlet {
  readonly frames = 1;
  readonly #ports: CallOutletPorts;
  /** What waits for the running call. Bounded: the outbox sends one step at a time, and of beats the newest is kept. */
  readonly #waiting: string[] = [];
  #calling = false;
  #closed = false;

  constructor(ports: CallOutletPorts) {
    this.#ports = ports;
  }

  send(frame: string): void {
    if (this.#closed) return;
    const beat = isOf("beat")(frame) ? this.#waiting.findIndex(isOf("beat")) : -1;
    if (beat === -1) this.#waiting.push(frame);
    else this.#waiting[beat] = frame;
    if (!this.#calling) void this.#run();
  }

  /** What waits is dropped but for the last word. A call that runs is not waited for. */
  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting.splice(0, Number.POSITIVE_INFINITY, ...this.#waiting.filter(isOf("bye")));
    if (!this.#calling) this.#ports.release();
    this.#ports.closed(code, reason);
  }

  async #run(): Promise<void> {
    this.#calling = true;
    try {
      for (let text = this.#waiting.shift(); text !== undefined; text = this.#waiting.shift()) {
        const frame = v.parse(down, JSON.parse(text));
        await this.#ports.call(frame);
        if (!this.#closed) this.#arrived(frame);
      }
    } catch {
      // Its own affair, and told to it: what it made of a frame is not known, so it has to begin anew.
      if (!this.#closed) this.#ports.failed();
    }
    this.#calling = false;
    if (this.#closed) this.#ports.release();
  }

  #arrived(frame: Down): void {
    if (frame.type === "snapshot") this.#ports.arrived({ cursor: frame.cursor, part: frame.part });
    if (frame.type === "data_update") this.#ports.arrived({ cursor: frame.cursor });
  }
}

const isOf = (type: Down["type"]) => (frame: string) => frameHead(frame).type === type;
