import type { Outlet } from "../../core/hub/subscriber";
import type { Ack } from "../../core/protocol/ack";
import type { Beat } from "../../core/protocol/beat";
import { type Down, down } from "../../core/protocol/down";

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
  /** What waits for the running call. Bounded: the outbox sends one step at a time, and beats are merged into one. */
  readonly #waiting: Down[] = [];
  #calling = false;
  #closed = false;

  constructor(ports: CallOutletPorts) {
    this.#ports = ports;
  }

  send(text: string): void {
    if (this.#closed) return;
    this.#put(down.parse(JSON.parse(text)));
    if (!this.#calling) void this.#run();
  }

  /** What waits is dropped but for the last word. A call that runs is not waited for. */
  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    const bye = this.#waiting.findLast(({ type }) => type === "bye");
    this.#waiting.splice(0, Number.POSITIVE_INFINITY, ...(bye ? [bye] : []));
    if (!this.#calling) this.#ports.release();
    this.#ports.closed(code, reason);
  }

  #put(frame: Down): void {
    const waiting = this.#waiting.findIndex(({ type }) => type === "beat");
    const before = this.#waiting[waiting];
    if (frame.type === "beat" && before?.type === "beat") this.#waiting[waiting] = newest(before, frame);
    else this.#waiting.push(frame);
  }

  async #run(): Promise<void> {
    this.#calling = true;
    try {
      for (let frame = this.#waiting.shift(); frame; frame = this.#waiting.shift()) {
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

/** What two beats say together. */
function newest(before: Beat, beat: Beat): Beat {
  return { ...beat, checked: { ...before.checked, ...beat.checked }, due: { ...before.due, ...beat.due } };
}
