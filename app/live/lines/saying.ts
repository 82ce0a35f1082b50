import type { Done } from "../../../core/protocol/done";
import type { ErrorFrame } from "../../../core/protocol/error";
import type { PresenceFrame } from "../../../core/protocol/presence";
import type { Timers } from "../clock";
import type { WriteFrame } from "../writes";
import type { HttpCalls } from "./http-calls";

/** Where a page is, is lent for 40 s: so often (milliseconds) it is told again. */
const RENEW_AFTER = 15_000;

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
  #cancelPresence: () => void = () => {};
  #presence: PresenceFrame | null = null;

  constructor(ports: SayingPorts) {
    this.#ports = ports;
  }

  say(frame: WriteFrame): void {
    this.#waiting.push(frame);
    this.#next();
  }

  /** Where the page is, from now on. One that gets lost is told again soon enough. */
  present(frame: PresenceFrame): void {
    this.#cancelPresence();
    this.#presence = frame;
    const { calls, timers } = this.#ports;
    this.#cancelPresence = calls.say(frame, (answer) => {
      if (frame.places.length > 0) this.#cancelPresence = timers.after(RENEW_AFTER, () => this.present(frame));
      if (answer !== null && answer !== "taken") this.#ports.received(answer);
    });
  }

  /** The page goes, or goes on by another line: what was lent to it is given back. */
  leave(): void {
    const { calls } = this.#ports;
    this.stop();
    if (this.#presence?.places.length) calls.say({ ...this.#presence, places: [] }, () => {});
  }

  stop(): void {
    this.#cancel();
    this.#cancelPresence();
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
