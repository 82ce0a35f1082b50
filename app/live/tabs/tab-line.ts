import type { Up } from "../../../core/protocol/up";
import type { Welcome } from "../../../core/protocol/welcome";
import { readAs } from "../../../core/schema/read-as";
import type { Line, LineEvents, OpenLine, Transport } from "../lines/line";
import type { Channel } from "./channels";
import { Following } from "./following";
import { Leading } from "./leading";
import { type ToAll, toAll } from "./messages";
import type { MuxEvents } from "./mux";
import type { TabsPorts } from "./tabs-ports";

/**
 * By then (milliseconds) the others have heard that the line ended, and why. Whoever got the turn before that would take
 * this tab for gone, and open a line at once where the server asked to wait.
 */
const ENDING_HEARD = 250;

/** What a tab is to the others. `alone`: it has a line of its own that is none of their business. */
type Part =
  | { readonly is: "following"; readonly line: Following }
  | { readonly is: "leading"; readonly line: Leading }
  | { readonly is: "alone"; readonly line: Line };

/**
 * One line of this tab, over whichever tab has the line of all. That is the one that holds a lock; the others wait for
 * it in turn. A tab whose part changes is welcomed again, and goes on where it stood.
 */
export class TabLine implements Line {
  readonly #ports: TabsPorts;
  readonly #name: string;
  readonly #person: string;
  readonly #id: string;
  readonly #openLine: OpenLine;
  readonly #events: LineEvents;
  readonly #all: Channel;
  readonly #giveUpTurn: () => void;
  readonly #unwatch: () => void;
  #part: Part;
  #hasTurn = false;
  #isWelcome = false;
  #over = false;

  /** @param name of what the tabs share @param person the id of whoever the shared line has to be of */
  constructor(ports: TabsPorts, name: string, person: string, openLine: OpenLine, events: LineEvents) {
    this.#ports = ports;
    this.#name = name;
    this.#person = person;
    this.#id = ports.newId();
    this.#openLine = openLine;
    this.#events = events;
    this.#all = ports.openChannel(name, (message) => this.#hear(message));
    this.#giveUpTurn = ports.locks.request(name, { held: () => this.#lead(), refused: () => this.#standAlone() });
    this.#unwatch = ports.watchLeaving(() => this.#left());
    this.#part = this.#following();
  }

  /** Before a welcome nothing is sent: all of it is asked for with the welcome. */
  send(frame: Up): void {
    if (this.#isWelcome) this.#part.line.send(frame);
  }

  close(code: number, reason: string): void {
    if (this.#over) return;
    this.#end(0);
    this.#part.line.close(code, reason);
  }

  giveUp(): void {
    if (!this.#over) this.#part.line.giveUp();
  }

  check(): void {
    if (this.#over) return;
    this.#part.line.check();
    // Some may have passed it over while it was frozen.
    if (this.#hasTurn) this.#announce();
  }

  #hear(message: unknown): void {
    const heard = readAs(toAll, message);
    const part = this.#part;
    if (heard?.type === "call" && this.#hasTurn && part.is === "leading") part.line.take(heard.line);
    if (heard?.type !== "leads" || this.#hasTurn) return;
    if (part.is === "following") part.line.announced(heard.by);
    else if (part.is === "leading") this.#become(() => this.#following());
  }

  /** It is this tab's turn. Where it has a line already, since it passed over the one before, that is the one. */
  #lead(): void {
    this.#hasTurn = true;
    if (this.#part.is !== "leading") this.#become(() => this.#leading());
    this.#announce();
  }

  #announce(): void {
    this.#all.post({ type: "leads", by: this.#id } satisfies ToAll);
  }

  #become(open: () => Part): void {
    this.#part.line.close(1000, "another way");
    this.#isWelcome = false;
    this.#part = open();
  }

  #following(): Part {
    const line = new Following(this.#ports, this.#name, {
      ...this.#common(),
      welcomed: (frame, transport) => {
        // Somebody else has signed in since that page was made: their line is not this page's.
        if (frame.principal.id === this.#person) this.#welcomed(frame, transport, true);
        else this.#standAlone();
      },
      call: (id) => this.#all.post({ type: "call", line: id } satisfies ToAll),
      moved: () => this.#become(() => this.#following()),
      passedOver: () => this.#become(() => this.#leading()),
    });
    return { is: "following", line };
  }

  #leading(): Part {
    return { is: "leading", line: new Leading(this.#ports, this.#name, this.#id, this.#openLine, this.#common()) };
  }

  /** For good, as long as this line lasts: also where the browser gives this page no locks. */
  #standAlone(): void {
    this.#leaveOthers(0);
    this.#become(() => ({ is: "alone", line: this.#openLine(this.#common()) }));
  }

  #common(): MuxEvents {
    return {
      welcomed: (frame, transport) => this.#welcomed(frame, transport, false),
      received: (frame) => this.#events.received(frame),
      ended: (ending) => {
        this.#end(ENDING_HEARD);
        this.#events.ended(ending);
      },
      crowded: () => this.#standAlone(),
    };
  }

  #welcomed(frame: Welcome, transport: Transport, isAnothers: boolean): void {
    this.#isWelcome = true;
    this.#events.welcomed(frame, transport, isAnothers);
  }

  /** The page goes. Should it be kept and shown again, the connection begins anew. */
  #left(): void {
    this.close(1000, "left");
    this.#events.ended({ kind: "closed", code: 1001, reason: "", after: 0 });
  }

  /** @param turnFor how long (milliseconds) the turn is kept, where this tab has it */
  #end(turnFor: number): void {
    this.#over = true;
    this.#isWelcome = false;
    if (this.#part.is === "following") this.#part.line.close();
    this.#leaveOthers(turnFor);
  }

  #leaveOthers(turnFor: number): void {
    if (this.#hasTurn && turnFor > 0) this.#ports.timers.after(turnFor, () => this.#giveUpTurn());
    else this.#giveUpTurn();
    this.#hasTurn = false;
    this.#unwatch();
    this.#all.close();
  }
}
