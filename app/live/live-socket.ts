import { type Bye, closeCodes } from "../../core/protocol/bye";
import type { Up } from "../../core/protocol/up";
import { PROTOCOL_VERSION, SUBPROTOCOL } from "../../core/protocol/version";
import type { Welcome } from "../../core/protocol/welcome";
import { Acks } from "./acks";
import type { Timers } from "./clock";
import type { Ending } from "./connection-state";
import { Heartbeat } from "./heartbeat";
import type { Line, LineEvents, LineFrame } from "./lines/line";
import { parseFrame } from "./parse-frame";
import type { OpenSocket, Socket } from "./socket";

/** A handshake that takes longer (milliseconds) is given up: some proxies accept and then never answer. */
const HANDSHAKE_DEADLINE = 8_000;

/** One socket, from opening to its end: parses each frame once, pings, and says why it ended. */
export class LiveSocket implements Line {
  readonly #timers: Timers;
  readonly #events: LineEvents;
  readonly #socket: Socket;
  readonly #acks: Acks;
  readonly #cancelDeadline: () => void;
  #over = false;
  #heartbeat: Heartbeat | null = null;
  #bye: Bye | null = null;

  constructor(url: string, openSocket: OpenSocket, timers: Timers, events: LineEvents) {
    this.#timers = timers;
    this.#events = events;
    this.#acks = new Acks(timers, (ack) => this.send(ack));
    this.#cancelDeadline = timers.after(HANDSHAKE_DEADLINE, () => this.giveUp());
    this.#socket = openSocket(url, [SUBPROTOCOL], {
      // Nothing is said before the welcome: it tells who one is and what one may ask.
      opened: () => {},
      received: (data) => this.#receive(data),
      closed: (code, reason) => this.#end(this.#closing(code, reason)),
    });
  }

  send(frame: Up): void {
    // After a bye the other side hears nothing more, and a browser warns of what is sent while it closes.
    if (!this.#over && !this.#bye) this.#socket.send(JSON.stringify(frame));
  }

  /** A dead line may never confirm a close, so none is awaited. */
  close(code: number, reason: string): void {
    if (this.#over) return;
    this.#finish();
    this.#socket.close(code, reason);
  }

  giveUp(): void {
    if (this.#over) return;
    this.#end({ kind: "silent" });
    this.#socket.close(closeCodes.silent, "silent");
  }

  check(): void {
    this.#heartbeat?.check();
  }

  #receive(data: unknown): void {
    if (this.#over) return;
    this.#heartbeat?.heard();
    if (data === "pong") return;
    const text = typeof data === "string" ? data : null;
    const frame = text === null ? null : parseFrame(text);
    if (text === null || frame === null) return this.#refuse({ kind: "bad_frame" });
    if (frame.type === "welcome") return this.#welcome(frame);
    if (frame.type === "bye") this.#bye = frame;
    else if (this.#heartbeat) this.#hear(frame, text.length);
    else this.#refuse({ kind: "bad_frame" });
  }

  #hear(frame: LineFrame, length: number): void {
    this.#events.received(frame);
    if (!this.#over) this.#acks.held(frame, length);
  }

  #welcome(frame: Welcome): void {
    if (this.#heartbeat) return;
    if (frame.version !== PROTOCOL_VERSION) return this.#refuse({ kind: "version" });
    this.#cancelDeadline();
    this.#heartbeat = new Heartbeat(this.#timers, frame.pingEvery, {
      ping: () => this.#socket.send("ping"),
      silent: () => this.giveUp(),
    });
    this.#events.welcomed(frame, "WebSocket");
  }

  #refuse(ending: Ending): void {
    this.#end(ending);
    this.#socket.close(closeCodes.bad_frame, ending.kind);
  }

  /** A `bye` is more reliable than the close frame, which a dying line or a proxy may replace by 1006. */
  #closing(code: number, reason: string): Ending {
    const bye = this.#bye;
    if (!bye) return { kind: "closed", code, reason, after: 0 };
    return { kind: "closed", code: bye.code, reason: bye.reason, after: bye.after ?? 0 };
  }

  #end(ending: Ending): void {
    if (this.#over) return;
    this.#finish();
    this.#events.ended(ending);
  }

  #finish(): void {
    this.#over = true;
    this.#cancelDeadline();
    this.#heartbeat?.stop();
    this.#acks.stop();
  }
}
