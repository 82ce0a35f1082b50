import type { Up } from "../../../core/protocol/up";
import { readAs } from "../../../core/schema/read-as";
import { Heartbeat } from "../heartbeat";
import type { Line } from "../lines/line";
import type { Channel } from "./channels";
import { type ToLeader, toTab } from "./messages";
import type { MuxEvents } from "./mux";
import type { TabsPorts } from "./tabs-ports";

/** What is not answered by then (milliseconds) will not be: hearing it takes a page that runs no time. */
const ANSWER_DEADLINE = 2_000;
/** How often (milliseconds) the tab that leads is pinged; after 2.5 times that, 10 s, it is taken for silent. */
const PING_EVERY = 4_000;

export interface FollowingEvents extends MuxEvents {
  /** Says to all tabs that this line wants to be served. */
  call(line: string): void;
  /** Another tab leads than the one that served it. */
  moved(): void;
  /** The tab that leads is frozen, or owes an answer for too long. */
  passedOver(): void;
}

/** A line over another tab's: it calls, and is then served on a channel of its own. */
export class Following implements Line {
  readonly #ports: TabsPorts;
  readonly #id: string;
  readonly #events: FollowingEvents;
  readonly #channel: Channel;
  readonly #release: () => void;
  #isThere = false;
  #leader: string | null = null;
  #heartbeat: Heartbeat | null = null;
  #cancelDeadline: () => void = () => {};

  /** @param name of what the tabs share */
  constructor(ports: TabsPorts, name: string, events: FollowingEvents) {
    this.#ports = ports;
    this.#id = ports.newId();
    this.#events = events;
    const own = `${name}:${this.#id}`;
    this.#channel = ports.openChannel(own, (message) => this.#hear(message));
    // The tab that leads waits for this lock, and so knows how long the line is there. It has to be held before the call.
    this.#release = ports.locks.request(own, { held: () => this.#appear(), refused: () => events.crowded() });
  }

  /** A tab says that it leads. */
  announced(by: string): void {
    if (this.#leader === null) this.#call();
    else if (this.#leader !== by) this.#events.moved();
  }

  send(frame: Up): void {
    this.#post({ type: "up", frame });
  }

  close(): void {
    this.#cancelDeadline();
    this.#heartbeat?.stop();
    this.#channel.close();
    this.#release();
  }

  giveUp(): void {
    this.#events.passedOver();
  }

  /** This page may have been frozen itself, with answers still on their way: how long ago the last one was says nothing. */
  check(): void {
    if (this.#leader === null) return;
    this.#expectAnswer();
    this.#ping();
  }

  #appear(): void {
    this.#isThere = true;
    this.#call();
  }

  #call(): void {
    if (!this.#isThere) return;
    this.#expectAnswer();
    this.#events.call(this.#id);
  }

  #expectAnswer(): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#ports.timers.after(ANSWER_DEADLINE, () => this.#events.passedOver());
  }

  #ping(): void {
    this.#post({ type: "ping", isSeen: this.#ports.isSeen() });
  }

  #post(message: ToLeader): void {
    this.#channel.post(message);
  }

  #hear(message: unknown): void {
    this.#cancelDeadline();
    this.#heartbeat?.heard();
    const heard = readAs(toTab, message);
    switch (heard?.type) {
      case "here":
        return this.#serve(heard.by);
      case "welcomed":
        return this.#events.welcomed(heard.frame, heard.transport);
      case "received":
        return this.#events.received(heard.frame);
      case "ended":
        return this.#events.ended(heard.ending);
      case "turned_away":
      case undefined:
        return this.#events.crowded();
    }
  }

  #serve(leader: string): void {
    this.#leader = leader;
    this.#heartbeat ??= new Heartbeat(this.#ports.timers, PING_EVERY, {
      ping: () => this.#ping(),
      silent: () => this.#events.passedOver(),
    });
  }
}
