import { defaultLimits } from "../../../core/hub/limits";
import type { Principal } from "../../../core/live-object";
import { Link } from "../../../core/proof/testing/link";
import { violated } from "../../../core/proof/testing/violated";
import { parseCursor } from "../../../core/protocol/cursor";
import type { Down } from "../../../core/protocol/down";
import type { Up } from "../../../core/protocol/up";
import type { Reader } from "../../testing/socket";

/** One real socket from the reader's end: what arrives waits until it is heard, what is said until it is sent. */
export class Line {
  readonly up: Up[] = [];
  /** Whom the server took it for. */
  readonly kind: Principal["kind"];
  readonly #socket: Reader;
  readonly #books = new Link("", { kind: "member", id: "" });
  #arrived = 0;
  #heard = 0;

  constructor(socket: Reader, kind: Principal["kind"]) {
    this.kind = kind;
    this.#socket = socket;
  }

  get closedWith(): number | null {
    return this.#socket.closed?.code ?? null;
  }

  /** Takes note of what has arrived: of what is not acknowledged, no more than the limits allow. */
  arrive(): void {
    for (; this.#arrived < this.#socket.heard.length; this.#arrived++) {
      const frame = this.#socket.heard[this.#arrived];
      if (frame?.type !== "snapshot" && frame?.type !== "data_update") continue;
      const cursor = parseCursor(frame.cursor);
      if (cursor) this.#books.owes(cursor, frame.type === "snapshot" ? frame.part : null, JSON.stringify(frame).length);
    }
    const { frames, bytes } = this.#books.outstanding;
    if (frames > defaultLimits.outstandingFrames) violated("I12", `${frames} frames are outstanding`);
    if (frames > 1 && bytes > defaultLimits.outstandingBytes) violated("I12", `${bytes} bytes are outstanding`);
  }

  /** An object that slept does not know what it had sent before. */
  forget(): void {
    this.arrive();
    this.#books.forget();
  }

  next(): Down | undefined {
    const frame = this.#socket.heard[this.#heard];
    if (frame) this.#heard += 1;
    return frame;
  }

  /** The highest commit of this cursor's epoch that anything that arrived tells of. */
  newest(cursor: string): number {
    const epoch = parseCursor(cursor)?.epoch;
    const told = this.#socket.heard.map((frame) => parseCursor("cursor" in frame ? frame.cursor : ""));
    return Math.max(0, ...told.map((one) => (one?.epoch === epoch ? one?.seq : undefined) ?? 0));
  }

  /** Says the next thing; false when there is none. What is said on a closed socket is lost. */
  sendNext(): boolean {
    const frame = this.up.shift();
    if (!frame) return false;
    this.arrive();
    if (this.closedWith !== null || this.#socket.socket.readyState !== WebSocket.OPEN) return true;
    this.#socket.socket.send(JSON.stringify(frame));
    const cursor = frame.type === "ack" ? parseCursor(frame.cursor) : null;
    if (cursor && frame.type === "ack") this.#books.acked(cursor, frame.part ?? null);
    return true;
  }

  close(): void {
    if (this.#socket.socket.readyState === WebSocket.OPEN) this.#socket.socket.close(1000, "gone");
  }
}
