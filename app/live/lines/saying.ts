import type { Done } from "../../../core/protocol/done";
import type { ErrorFrame } from "../../../core/protocol/error";
import type { Timers } from "../clock";
import type { WriteFrame } from "../writes";
import type { HttpCalls } from "./http-calls";

export interface SayingPorts {
  readonly calls: Pick<HttpCalls, "say">;
  readonly timers: Timers;
  received(frame: Done | ErrorFrame): void;
  /** A write got no answer. */
  lost(): void;
}

/** What a reader by HTTP says: one frame after the other, so that they arrive in the order in which they were made. */
export class Saying {
  readonly #ports: SayingPorts;
  readonly #waiting: WriteFrame[] = [];
  #isSaying = false;
  #cancel: () => void = () => {};

  constructor(ports: SayingPorts) {
    this.#ports = ports;
  }

  say(frame: WriteFrame): void {
    this.#waiting.push(frame);
    this.#next();
  }

  stop(): void {
    this.#cancel();
    this.#waiting.length = 0;
  }

  #next(): void {
    const frame = this.#isSaying ? undefined : this.#waiting.shift();
    if (frame === undefined) return;
    this.#isSaying = true;
    this.#cancel = this.#ports.calls.say(frame, (answer) => {
      this.#isSaying = false;
      if (answer === null) return this.#ports.lost();
      if (answer !== "taken") this.#ports.received(answer);
      this.#next();
    });
  }
}
