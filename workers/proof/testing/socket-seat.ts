import * as v from "valibot";
import { down } from "../../../core/protocol/down";
import { type Person, upgrade } from "../../testing/person";
import { Seat } from "./seat";

export class SocketSeat extends Seat {
  readonly name = "WebSocket";
  readonly #person: Person;
  readonly #workspace: string;
  #socket: WebSocket | null = null;

  constructor(patterns: readonly string[], person: Person, workspace: string) {
    super(patterns);
    this.#person = person;
    this.#workspace = workspace;
  }

  protected async connect(): Promise<void> {
    const { webSocket: socket, status } = await upgrade(this.#workspace, this.#person.browser.headers);
    if (!socket) throw new Error(`no socket: ${status}`);
    const visit = this.visits;
    this.#socket = socket;
    this.reader.opened((frame) => socket.send(JSON.stringify(frame)));
    socket.addEventListener("message", ({ data }) => this.hear(visit, v.parse(down, JSON.parse(String(data)))));
    socket.addEventListener("close", () => {
      if (visit === this.visits) void this.go();
    });
    socket.accept();
  }

  protected async disconnect(): Promise<void> {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.close(1000, "gone");
  }

  async look(): Promise<void> {}
}
