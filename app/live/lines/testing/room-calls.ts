import * as v from "valibot";
import { defaultLimits } from "../../../../core/hub/limits";
import { welcomeOf } from "../../../../core/hub/welcome-of";
import { writeFrame } from "../../../../core/hub/write-frame";
import { isExact } from "../../../../core/keys/pattern";
import type { Changes } from "../../../../core/live-object";
import type { FakeTime } from "../../../../core/proof/testing/fake-time";
import { parseCursor } from "../../../../core/protocol/cursor";
import { type Done, done } from "../../../../core/protocol/done";
import { type ErrorFrame, errorFrame } from "../../../../core/protocol/error";
import type { Up } from "../../../../core/protocol/up";
import type { Welcome } from "../../../../core/protocol/welcome";
import type { RoomServer } from "../../testing/room-server";
import type { EventsHeard, HttpCalls } from "../http-calls";
import { RoomStream } from "./room-stream";

const DEADLINE = 8_000;
const said = v.union([done, errorFrame]);
const member = { kind: "member", userId: "u", name: "U", role: "editor", sessionId: "s", sessionEnds: 1e15 } as const;

/** A request on its way up, or its answer on its way down. */
interface Exchange {
  /** At the server, once; what comes back hands the answer over. */
  readonly arrive: () => () => void;
  readonly fail: () => void;
  deliver: (() => void) | null;
}

interface RoomRequest {
  readonly what: "welcome" | "values" | "frames" | "events";
  readonly at: number;
  readonly keys: readonly string[];
  readonly since: string | null;
}

/** Whether a way is open, refuses at once, or takes everything and brings nothing. */
export type Way = "open" | "refused" | "silent";

/** The live endpoints in front of the server's own room. Nothing travels before `flow`. */
export class RoomCalls implements HttpCalls {
  readonly #far: RoomServer;
  readonly #timers: FakeTime;
  #exchanges: Exchange[] = [];
  #streams: RoomStream[] = [];
  #made = 0;
  /** What was asked, and when. */
  readonly asked: RoomRequest[] = [];
  #requests: Way = "open";
  #events: Way = "open";

  constructor(far: RoomServer, timers: FakeTime) {
    this.#far = far;
    this.#timers = timers;
  }

  /** What is under way is cut off where its way does not stay open. */
  set(requests: Way, events: Way): void {
    this.#requests = requests;
    this.#events = requests === "open" ? events : requests;
    if (requests === "refused") for (const { fail } of this.#exchanges.splice(0)) fail();
    if (this.#events === "refused") for (const stream of this.#streams.splice(0)) stream.cut();
  }

  welcome(answered: (welcome: Welcome | null) => void): () => void {
    this.#note("welcome");
    const { store } = this.#far.board;
    return this.#exchange(answered, () => welcomeOf(member, store.cursor, defaultLimits, this.#timers.now()));
  }

  values(keys: readonly string[], since: string | null, answered: (changes: Changes | null) => void): () => void {
    this.#note("values", keys, since);
    if (since === null && keys.every(isExact)) this.#far.sent.push("resync");
    return this.#exchange(answered, () => {
      const changes = this.#far.board.room.changesSince(member, keys, since === null ? null : parseCursor(since));
      this.#far.received.push(JSON.stringify(changes));
      return changes;
    });
  }

  say(frame: Up, answered: (answer: Done | ErrorFrame | "taken" | null) => void): () => void {
    this.#note("frames", frame.type === "presence" ? frame.places.map(({ board }) => board) : []);
    return this.#exchange(answered, () => {
      if (frame.type !== "set" && frame.type !== "append") return "taken";
      const answer = this.#far.board.room.writes.answer(member, frame);
      return v.parse(said, JSON.parse(JSON.stringify(writeFrame(frame.id, answer))));
    });
  }

  events(keys: readonly string[], since: string | null, on: EventsHeard): () => void {
    this.#note("events", keys, since);
    this.#made += 1;
    const id = `stream${this.#made}`;
    let stream: RoomStream | null = null;
    const leave = this.#put(this.#events, {
      arrive: () => {
        stream = new RoomStream(this.#far, this.#timers, { id, principal: member, keys, since }, on);
        this.#streams.push(stream);
        return () => {};
      },
      fail: () => on.ended(),
      deliver: null,
    });
    return () => {
      leave();
      stream?.leave();
    };
  }

  /** So many requests, answers and events travel. */
  flow(count: number): void {
    for (let i = 0; i < count; i++) {
      if (this.#requests === "open") this.#move();
      this.#streams = this.#streams.filter(({ isOver }) => !isOver);
      if (this.#events === "open") for (const stream of this.#streams) stream.deliver();
    }
  }

  #note(what: RoomRequest["what"], keys: readonly string[] = [], since: string | null = null): void {
    this.asked.push({ what, at: this.#timers.now(), keys, since });
  }

  #move(): void {
    const exchange = this.#exchanges.shift();
    if (exchange === undefined) return;
    if (exchange.deliver) return exchange.deliver();
    exchange.deliver = exchange.arrive();
    this.#exchanges.push(exchange);
  }

  #exchange<T>(answered: (answer: T | null) => void, ask: () => T): () => void {
    const fail = () => settle(null);
    const leave = this.#put(this.#requests, {
      arrive: () => {
        const answer = ask();
        return () => settle(answer);
      },
      fail,
      deliver: null,
    });
    const cancelDeadline = this.#timers.after(DEADLINE, fail);
    const cancel = () => {
      cancelDeadline();
      leave();
    };
    const settle = (answer: T | null) => {
      cancel();
      answered(answer);
    };
    return cancel;
  }

  #put(way: Way, exchange: Exchange): () => void {
    if (way === "refused") return this.#timers.after(0, exchange.fail);
    this.#exchanges.push(exchange);
    return () => {
      this.#exchanges = this.#exchanges.filter((other) => other !== exchange);
    };
  }
}
