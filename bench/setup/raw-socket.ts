import { connect, type Socket } from "node:net";

/** What a socket needs to open; `headers` beside the handshake's own. */
export interface Dial {
  readonly port: number;
  readonly path: string;
  readonly protocol?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawEvents {
  opened(): void;
  /** One text message, still bytes. It is a view of the network's buffer: copy what must outlive the call. */
  text(payload: Buffer): void;
  closed(): void;
}

/**
 * A WebSocket client that does no more than RFC 6455 asks of one that trusts its server: thousands of them in one
 * process must not be what is measured. The mask is all zeros, which leaves the payload as it is.
 */
export class RawSocket {
  readonly #socket: Socket;
  readonly #events: RawEvents;
  #isOpen = false;
  #rest: Buffer = Buffer.alloc(0);

  constructor({ port, path, protocol, headers = {} }: Dial, events: RawEvents) {
    this.#events = events;
    this.#socket = connect({ host: "127.0.0.1", port, noDelay: true });
    const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, "Upgrade: websocket", "Connection: Upgrade"];
    lines.push("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13");
    if (protocol !== undefined) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    this.#socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    this.#socket.on("data", (chunk: Buffer) => this.#take(chunk));
    // An error is followed by "close".
    this.#socket.on("error", () => {});
    this.#socket.once("close", () => events.closed());
  }

  /** Bytes on the wire so far, both ways, the handshake's among them. */
  get traffic(): { readonly down: number; readonly up: number } {
    return { down: this.#socket.bytesRead, up: this.#socket.bytesWritten };
  }

  send(text: string): void {
    this.#socket.write(frame(Buffer.from(text)));
  }

  /** As when the network is gone: no close frame. */
  drop(): void {
    this.#socket.resetAndDestroy();
  }

  close(): void {
    this.#socket.end(frame(Buffer.of(0x03, 0xe8), 0x8));
  }

  #take(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isOpen) {
      const end = data.indexOf("\r\n\r\n");
      if (end === -1) {
        this.#rest = data;
        return;
      }
      if (!data.subarray(0, end).toString().startsWith("HTTP/1.1 101")) throw new Error(data.toString().slice(0, 500));
      this.#isOpen = true;
      this.#events.opened();
      data = data.subarray(end + 4);
    }
    this.#rest = this.#messages(data);
  }

  /** Hands on every whole message; what is left is the beginning of the next. */
  #messages(data: Buffer): Buffer {
    let at = 0;
    for (;;) {
      const header = headerAt(data, at);
      if (header === null || at + header.size + header.length > data.length) return data.subarray(at);
      const payload = data.subarray(at + header.size, at + header.size + header.length);
      at += header.size + header.length;
      if (header.first === 0x81) this.#events.text(payload);
      else if (header.first === 0x88) this.#socket.end();
      else throw new Error(`a frame of a kind that workerd does not send: ${header.first.toString(16)}`);
    }
  }
}

function headerAt(data: Buffer, at: number): { first: number; size: number; length: number } | null {
  if (data.length < at + 2) return null;
  const first = data.readUInt8(at);
  const short = data.readUInt8(at + 1) & 0x7f;
  if (short < 126) return { first, size: 2, length: short };
  if (short === 126) return data.length < at + 4 ? null : { first, size: 4, length: data.readUInt16BE(at + 2) };
  return data.length < at + 10 ? null : { first, size: 10, length: Number(data.readBigUInt64BE(at + 2)) };
}

function frame(payload: Buffer, opcode = 0x1): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  header.writeUInt8(0x80 | opcode, 0);
  if (length < 126) header.writeUInt8(0x80 | length, 1);
  else if (length < 65_536) {
    header.writeUInt8(0x80 | 126, 1);
    header.writeUInt16BE(length, 2);
  } else {
    header.writeUInt8(0x80 | 127, 1);
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}
