import type { Up } from "../../../core/protocol/up";
import { PROTOCOL_VERSION } from "../../../core/protocol/version";
import type { Welcome } from "../../../core/protocol/welcome";
import type { Timers } from "../clock";
import type { Ending } from "../connection-state";
import type { OpenFeed } from "./feed";
import type { HttpCalls } from "./http-calls";
import type { Line, LineEvents, Transport } from "./line";
import { lost } from "./lost";
import { Reading } from "./reading";
import { Saying } from "./saying";

export interface HttpLinePorts {
  readonly transport: Transport;
  readonly calls: HttpCalls;
  readonly timers: Timers;
  readonly openFeed: OpenFeed;
  /** Tells, once, whether anything comes through this way; the call that comes back cancels that. */
  readonly prove: (proven: (works: boolean) => void) => () => void;
}

/** The protocol over plain requests, for where there can be no socket: what is told to its owner is as from one. */
export class HttpLine implements Line {
  readonly #ports: HttpLinePorts;
  readonly #events: LineEvents;
  readonly #saying: Saying;
  #reading: Reading | null = null;
  #over = false;
  #cancel: () => void;

  constructor(ports: HttpLinePorts, events: LineEvents) {
    this.#ports = ports;
    this.#events = events;
    this.#saying = new Saying({
      calls: ports.calls,
      timers: ports.timers,
      received: (frame) => {
        // A page that polls has what it wrote at once.
        this.#reading?.look();
        events.received(frame);
      },
      lost: () => this.#end(lost),
    });
    this.#cancel = ports.calls.welcome((welcome) => this.#reached(welcome));
  }

  send(frame: Up): void {
    if (this.#over) return;
    switch (frame.type) {
      case "subscribe":
      case "unsubscribe":
      case "resync":
        return this.#reading?.receive(frame);
      case "set":
      case "append":
        return this.#saying.say(frame);
      case "presence":
        return this.#saying.present(frame);
      case "ack":
        return;
    }
  }

  close(): void {
    if (this.#over) return;
    this.#finish();
    this.#saying.leave();
  }

  giveUp(): void {
    this.#end({ kind: "silent" });
  }

  check(): void {
    this.#reading?.look();
  }

  #reached(welcome: Welcome | null): void {
    if (welcome === null) return this.#end(lost);
    if (welcome.version !== PROTOCOL_VERSION) return this.#end({ kind: "version" });
    const { timers, prove } = this.#ports;
    const heardAt = timers.now();
    this.#cancel = prove((works) => {
      if (!works) return this.#end({ kind: "blocked" });
      this.#open({ ...welcome, serverTime: welcome.serverTime + timers.now() - heardAt });
    });
  }

  #open(welcome: Welcome): void {
    const { calls, timers, openFeed, transport } = this.#ports;
    this.#reading = new Reading({
      calls,
      timers,
      openFeed,
      patternBytes: welcome.limits.patternBytes,
      received: (frame) => this.#events.received(frame),
      ended: (ending) => this.#end(ending),
    });
    this.#events.welcomed(welcome, transport);
  }

  #end(ending: Ending): void {
    if (this.#over) return;
    this.#finish();
    this.#events.ended(ending);
  }

  #finish(): void {
    this.#over = true;
    this.#cancel();
    this.#saying.stop();
    this.#reading?.stop();
  }
}
