import * as v from "valibot";
import { Acks } from "../../app/live/acks";
import { browserTimers } from "../../app/live/clock";
import { Heartbeat } from "../../app/live/heartbeat";
import { down } from "../../core/protocol/down";
import { SUBPROTOCOL } from "../../core/protocol/version";
import { NodeSocket } from "./node-socket";
import { Reader } from "./reader";

/** How long the welcome is waited for (milliseconds): who gives up sooner only adds to the crowd at the door. */
const HANDSHAKE = 15_000;
/** More often than the server asks for, so that half-open lines are found while they last (milliseconds). */
const PING_EVERY = 3_000;

/** It acknowledges and listens for silence as the browser's half does. */
export class SocketReader extends Reader {
  readonly transport = "WebSocket";
  #socket: WebSocket | null = null;
  #acks: Acks | null = null;
  #heart: Heartbeat | null = null;
  #handshake: NodeJS.Timeout | undefined;

  protected connect(): void {
    const { port, headers } = this.order;
    const visit = this.visit;
    const socket = new NodeSocket(`ws://127.0.0.1:${port}/live/harbour`, { headers, protocols: [SUBPROTOCOL] });
    const send = (text: string) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    };
    const acks = new Acks(browserTimers, (ack) => send(JSON.stringify(ack)));
    const silent = () => this.ended(visit, "silent");
    this.#handshake = setTimeout(silent, HANDSHAKE);
    [this.#socket, this.#acks] = [socket, acks];
    this.book.opened((frame) => {
      // As it was said, one acknowledgement a frame would be too many.
      if (frame.type !== "ack") send(JSON.stringify(frame));
    });
    socket.addEventListener("message", ({ data }) => {
      if (!this.isHere || visit !== this.visit) return;
      this.#heart?.heard();
      if (data === "pong") return;
      const text = String(data);
      const frame = v.parse(down, JSON.parse(text));
      if (frame.type === "welcome") {
        clearTimeout(this.#handshake);
        this.#heart = new Heartbeat(browserTimers, PING_EVERY, { ping: () => send("ping"), silent });
      }
      this.hear(visit, frame);
      if (this.isHere && visit === this.visit) acks.held(frame, text.length);
    });
    socket.addEventListener("close", ({ code }) => this.ended(visit, code));
  }

  protected disconnect(): void {
    clearTimeout(this.#handshake);
    this.#acks?.stop();
    this.#heart?.stop();
    this.#heart = null;
    this.#socket?.close();
  }
}
