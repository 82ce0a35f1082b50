import * as v from "valibot";
import { type Down, down } from "../../../core/protocol/down";
import { SUBPROTOCOL } from "../../../core/protocol/version";
import type { QuietRuntime } from "./quiet-runtime";

/** A reader that says nothing by itself: it acknowledges what it is told to. */
export interface QuietReader {
  readonly heard: Down[];
  pongs: number;
  closedWith: number | null;
  say(frame: object): void;
  ping(): void;
  of<T extends Down["type"]>(type: T): Extract<Down, { type: T }>[];
}

/** One object of the runtime, and those who read it. */
export class QuietWorkspace {
  readonly #runtime: QuietRuntime;
  readonly #path: string;
  readonly #sockets: WebSocket[] = [];

  constructor(runtime: QuietRuntime, kind: "quiet" | "restless" = "quiet") {
    this.#runtime = runtime;
    this.#path = `${kind}/w-${crypto.randomUUID()}`;
  }

  /** How often the object was made. Asking does not wake it. */
  async made(): Promise<number> {
    return Number(await (await this.#fetch("made")).text());
  }

  async push(value: string): Promise<void> {
    await this.#fetch("push", { method: "POST", body: value });
  }

  async makeEditable(): Promise<void> {
    await this.#fetch("editable", { method: "POST" });
  }

  async read(person: string, keys: readonly string[]): Promise<QuietReader> {
    const socket = new WebSocket(this.#runtime.at("ws", `${this.#path}/live?person=${person}`), SUBPROTOCOL);
    this.#sockets.push(socket);
    const reader = readerOf(socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    });
    reader.say({ type: "subscribe", id: "first", keys });
    return reader;
  }

  leave(): void {
    for (const socket of this.#sockets) socket.close();
  }

  async #fetch(what: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.#runtime.at("http", `${this.#path}/${what}`), init);
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`);
    return response;
  }
}

function readerOf(socket: WebSocket): QuietReader {
  const heard: Down[] = [];
  const reader: QuietReader = {
    heard,
    pongs: 0,
    closedWith: null,
    say: (frame) => socket.send(JSON.stringify(frame)),
    ping: () => socket.send("ping"),
    of: <T extends Down["type"]>(type: T) =>
      heard.filter((frame): frame is Extract<Down, { type: T }> => frame.type === type),
  };
  socket.addEventListener("message", ({ data }) => {
    if (data === "pong") reader.pongs += 1;
    else heard.push(v.parse(down, JSON.parse(String(data))));
  });
  socket.addEventListener("close", ({ code }) => {
    reader.closedWith = code;
  });
  return reader;
}
