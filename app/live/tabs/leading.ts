import type { Up } from "../../../core/protocol/up";
import { readAs } from "../../../core/schema/read-as";
import type { Ending } from "../connection-state";
import type { Line, LineFrame, OpenLine } from "../lines/line";
import type { Channel } from "./channels";
import { type ToTab, toLeader } from "./messages";
import { Mux, type MuxEvents } from "./mux";
import type { TabsPorts } from "./tabs-ports";

/**
 * A tab that was not heard of for so long (milliseconds) is let go, since for a frozen one the frames would heap up. One
 * that is only hidden pings once a minute.
 */
const FORGOTTEN_AFTER = 180_000;
const lost: Ending = { kind: "closed", code: 1006, reason: "", after: 0 };

/** A line of another tab that is served here. */
interface Guest {
  readonly channel: Channel;
  readonly unwatch: () => void;
  heardAt: number;
}

/** This tab has the line, and serves it to those that call. */
export class Leading implements Line {
  readonly #ports: TabsPorts;
  readonly #name: string;
  readonly #id: string;
  readonly #mux: Mux;
  readonly #guests = new Map<string, Guest>();

  /** @param name of what the tabs share @param id of this tab's line */
  constructor(ports: TabsPorts, name: string, id: string, openLine: OpenLine, events: MuxEvents) {
    this.#ports = ports;
    this.#name = name;
    this.#id = id;
    const ended = (ending: Ending) => {
      this.#leave();
      events.ended(ending);
    };
    this.#mux = new Mux(openLine, ports.timers, id, { ...events, ended });
  }

  /** A line of another tab wants to be served, perhaps not for the first time. */
  take(line: string): void {
    if (!this.#guests.has(line)) this.#invite(line);
    this.#tell(line, { type: "here", by: this.#id });
  }

  send(frame: Up): void {
    this.#mux.send(this.#id, frame);
  }

  close(code: number, reason: string): void {
    this.#leave();
    this.#mux.close(code, reason);
  }

  giveUp(): void {
    this.#mux.giveUp();
  }

  check(): void {
    this.#mux.check();
  }

  #invite(line: string): void {
    const { locks, openChannel, timers } = this.#ports;
    const name = `${this.#name}:${line}`;
    const gone = () => this.#forget(line);
    this.#guests.set(line, {
      channel: openChannel(name, (message) => this.#hear(line, message)),
      // The line's tab holds it until it is gone, however that comes about.
      unwatch: locks.request(name, { held: gone, refused: gone }),
      heardAt: timers.now(),
    });
    this.#mux.add(line, {
      welcomed: (frame, transport) => this.#tell(line, { type: "welcomed", frame, transport }),
      received: (frame) => this.#bring(line, frame),
      ended: (ending) => this.#dismiss(line, { type: "ended", ending }),
      crowded: () => this.#dismiss(line, { type: "turned_away" }),
    });
  }

  #hear(line: string, message: unknown): void {
    const guest = this.#guests.get(line);
    if (!guest) return;
    guest.heardAt = this.#ports.timers.now();
    const heard = readAs(toLeader, message);
    if (heard?.type === "up") return this.#mux.send(line, heard.frame);
    if (heard === undefined) return this.#dismiss(line, { type: "turned_away" });
    this.#tell(line, { type: "here", by: this.#id });
    // Timers of a hidden tab come once a minute: what is due on the line is done when a tab that is seen pings.
    if (heard.isSeen && !this.#ports.isSeen()) this.#mux.check();
  }

  #bring(line: string, frame: LineFrame): void {
    const guest = this.#guests.get(line);
    if (!guest) return;
    if (this.#ports.timers.now() - guest.heardAt < FORGOTTEN_AFTER) this.#tell(line, { type: "received", frame });
    else this.#dismiss(line, { type: "ended", ending: lost });
  }

  #tell(line: string, message: ToTab): void {
    this.#guests.get(line)?.channel.post(message);
  }

  #dismiss(line: string, message: ToTab): void {
    this.#tell(line, message);
    this.#forget(line);
  }

  #forget(line: string): void {
    const guest = this.#guests.get(line);
    if (!guest) return;
    this.#guests.delete(line);
    guest.unwatch();
    guest.channel.close();
    this.#mux.remove(line);
  }

  /** Who is served here hears it from the tab that leads next. */
  #leave(): void {
    for (const { unwatch, channel } of this.#guests.values()) {
      unwatch();
      channel.close();
    }
    this.#guests.clear();
  }
}
