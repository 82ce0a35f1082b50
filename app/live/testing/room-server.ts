import { defaultLimits, type Limits } from "../../../core/hub/limits";
import type { Member } from "../../../core/hub/room";
import type { Json } from "../../../core/json";
import type { FakeTime } from "../../../core/proof/testing/fake-time";
import { EDITABLE } from "../../../core/sources/written";
import type { ChangeSet, Commit } from "../../../core/store/store";
import { ModelDashboard } from "../../../core/testing/model-dashboard";
import type { OpenSocket, SocketEvents } from "../socket";

interface Link {
  readonly events: SocketEvents;
  readonly up: string[];
  readonly down: string[];
  member: Member | null;
  open: boolean;
}

/**
 * The server's own room at the far end of the client's sockets. Nothing travels before `flow`. The keys of the source
 * `a` may be written by the reader, too.
 */
export class RoomServer {
  readonly board: ModelDashboard;
  /** Everything that became durable, whoever wrote it. */
  readonly commits: Commit[] = [];
  readonly #timers: FakeTime;
  readonly #links: Link[] = [];

  /** Everything that arrived, each way. */
  readonly sent: string[] = [];
  readonly received: string[] = [];
  /** What happens to a text on its way down. */
  garble: (text: string) => string = (text) => text;

  constructor(timers: FakeTime, limits: Limits = defaultLimits) {
    this.#timers = timers;
    this.board = new ModelDashboard(limits);
    this.board.refresher.setSources([{ ...this.board.source("a"), kind: EDITABLE }]);
    const { room } = this.board;
    const commit = room.commit.bind(room);
    room.commit = (change) => {
      const made = commit(change);
      if (made) this.commits.push(made);
      return made;
    };
  }

  readonly openSocket: OpenSocket = (_url, _protocols, events) => {
    const link: Link = { events, up: [], down: [], member: null, open: true };
    this.#links.push(link);
    this.#timers.after(0, () => this.#accept(link));
    return { send: (text) => link.up.push(text), close: () => this.#gone(link, 1000) };
  };

  /** One step of the store. */
  commit(
    writes: Readonly<Record<string, Json>>,
    removes: readonly string[] = [],
    appends: ChangeSet["appends"] = [],
  ): void {
    const at = this.#passTime();
    const all = Object.entries(writes).map(([key, value]) => ({ key, value, meta: { kind: "value" as const } }));
    this.board.room.commit({ at, writes: all, removes, appends, lastCheck: null, interval: 0 });
  }

  /** The merge window ends. */
  merge(): void {
    this.#passTime();
    this.board.merge();
  }

  /** Lets this many texts travel each way on every link. */
  flow(count: number): void {
    this.#passTime();
    for (const link of this.#open()) {
      for (let i = 0; i < count && link.open; i++) {
        this.#deliver(link);
        this.#hear(link);
      }
    }
  }

  /** How many sockets are open. */
  get sockets(): number {
    return this.#open().length;
  }

  #open(): Link[] {
    return this.#links.filter(({ open }) => open);
  }

  #passTime(): number {
    this.board.time = this.#timers.now();
    return this.board.time;
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

  /** The newest open link goes down with whatever is on its way. */
  cut(): void {
    const link = this.#open().at(-1);
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
      role: "editor",
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
