import type { Member } from "../../../core/hub/room";
import type { Json } from "../../../core/json";
import { ModelDashboard } from "../../../core/testing/model-dashboard";
import type { OpenSocket, SocketEvents } from "../socket";
import type { FakeTimers } from "./fake-timers";

interface Link {
  readonly events: SocketEvents;
  readonly up: string[];
  readonly down: string[];
  member: Member | null;
  open: boolean;
}

/** The server's own room at the far end of the client's sockets. Nothing travels before `flow`. */
export class RoomServer {
  readonly board = new ModelDashboard();
  readonly #timers: FakeTimers;
  readonly #links: Link[] = [];

  /** Everything that arrived, each way. */
  readonly sent: string[] = [];
  readonly received: string[] = [];
  /** What happens to a text on its way down. */
  garble: (text: string) => string = (text) => text;

  constructor(timers: FakeTimers) {
    this.#timers = timers;
  }

  readonly openSocket: OpenSocket = (_url, _protocols, events) => {
    const link: Link = { events, up: [], down: [], member: null, open: true };
    this.#links.push(link);
    this.#timers.after(0, () => this.#accept(link));
    return { send: (text) => link.up.push(text), close: () => this.#gone(link, 1000) };
  };

  /** One step of the store. */
  commit(writes: Readonly<Record<string, Json>>, removes: readonly string[] = []): void {
    this.board.time = this.#timers.now();
    const all = Object.entries(writes).map(([key, value]) => ({ key, value, meta: { kind: "value" as const } }));
    this.board.room.commit({ at: this.board.time, writes: all, removes, lastCheck: null, interval: 0 });
  }

  /** Lets this many texts travel each way on the newest link. */
  flow(count: number): void {
    const link = this.#links.at(-1);
    for (let i = 0; i < count && link?.open; i++) {
      this.#deliver(link);
      this.#hear(link);
    }
  }

  #deliver(link: Link): void {
    const text = link.down.shift();
    if (text === undefined) return;
    this.received.push(text);
    link.events.received(this.garble(text));
  }

  #hear(link: Link): void {
    const text = link.up.shift();
    if (text === undefined || !link.member) return;
    this.sent.push(text);
    if (text === "ping") link.down.push("pong");
    else this.board.room.receive(link.member, text);
  }

  /** The newest link goes down with whatever is on its way. */
  cut(): void {
    const link = this.#links.at(-1);
    if (link) this.#gone(link, 1006);
  }

  #accept(link: Link): void {
    if (!link.open) return;
    const id = `link${this.#links.indexOf(link)}`;
    const outlet = {
      send: (frame: string) => void link.down.push(frame),
      close: (code: number) => this.#gone(link, code),
    };
    const principal = {
      kind: "member",
      userId: "u",
      name: "U",
      role: "viewer",
      sessionId: "s",
      sessionEnds: 1e15,
    } as const;
    link.events.opened();
    link.member = this.board.room.admit(id, principal, outlet);
    this.board.room.welcome(link.member);
  }

  #gone(link: Link, code: number): void {
    if (!link.open) return;
    link.open = false;
    if (link.member) this.board.room.leave(link.member.id);
    link.events.closed(code, "");
  }
}
