import type { Member } from "../../../../core/hub/room";
import type { Principal } from "../../../../core/live-object";
import type { FakeTime } from "../../../../core/proof/testing/fake-time";
import { EventOutlet } from "../../../../core/sse/event-outlet";
import { parseFrame } from "../../parse-frame";
import type { RoomServer } from "../../testing/room-server";
import { EventText } from "../event-text";
import type { EventsHeard } from "../http-calls";

const LIFE = 300_000;

interface Asked {
  readonly id: string;
  readonly principal: Principal;
  readonly keys: readonly string[];
  readonly since: string | null;
}

/** One response of server-sent events out of the room, as it travels: a text at a time, the next when it was taken. */
export class RoomStream {
  readonly #far: RoomServer;
  readonly #on: EventsHeard;
  readonly #text = new EventText();
  readonly #down: { readonly text: string; readonly taken: () => void; readonly refused: (why: Error) => void }[] = [];
  readonly #outlet: EventOutlet;
  #isOver = false;
  #hasEnded = false;

  constructor(far: RoomServer, timers: FakeTime, { id, principal, keys, since }: Asked, on: EventsHeard) {
    const { room } = far.board;
    this.#far = far;
    this.#on = on;
    const sink = {
      write: (text: string) => new Promise<void>((taken, refused) => this.#down.push({ text, taken, refused })),
      end: () => {
        this.#hasEnded = true;
      },
      abort: () => this.cut(),
    };
    this.#outlet = new EventOutlet(sink, {
      timers,
      since,
      took: (ack) => room.acked(member, ack),
      life: LIFE,
      outlived: () => room.dismiss(member, "restarting", "a response lasts five minutes", 100),
      over: () => {
        if (room.members.has(id)) room.leave(id);
      },
    });
    const member: Member = room.admit(id, principal, this.#outlet);
    const frame = { type: "subscribe", id: "events", keys, ...(since === null ? {} : { since }) };
    room.receive(member, JSON.stringify(frame));
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** One text arrives. */
  deliver(): void {
    const next = this.#down.shift();
    if (next === undefined) {
      if (this.#hasEnded) this.cut();
      return;
    }
    this.#far.received.push(next.text);
    this.#on.heard();
    for (const { event, data } of this.#text.add(next.text)) {
      const frame = event === "realtime.reset" ? null : parseFrame(data);
      if (frame && !this.#isOver) this.#on.frame(frame);
    }
    next.taken();
  }

  /** The line goes down with whatever is on its way. */
  cut(): void {
    if (this.#isOver) return;
    this.leave();
    this.#on.ended();
  }

  /** The reader goes; the server hears of it by its next write, or here at once. */
  leave(): void {
    this.#isOver = true;
    for (const { refused } of this.#down.splice(0)) refused(new Error("gone"));
    this.#outlet.lost();
  }
}
