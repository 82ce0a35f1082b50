import type { Up } from "../../../core/protocol/up";
import type { Timers } from "../clock";
import type { Ending } from "../connection-state";
import type { Line, LineEvents, OpenLine } from "./line";

/** How long (milliseconds) it stays on a lower rung before the ones above are tried; doubled each time up to the most. */
const PATIENCE = 60_000;
const MOST_PATIENCE = 600_000;
/** From this close code on it is our own server that spoke, and it would say the same on any line. */
const OWN_CODES = 4_000;

export interface BestLinePorts {
  /** The ways to the server, best first. The first one cannot tell a server that is gone from a way that is blocked. */
  readonly rungs: readonly OpenLine[];
  readonly timers: Timers;
  /** Calls back each time that the machine comes to a network; the call that comes back ends that. */
  readonly watchNetwork: (online: () => void) => () => void;
}

/** What a page has learnt about its network: the rung that it stood on last, and when it looks up again. */
interface Standing {
  rung: number;
  patience: number;
}

/** Opens the best line that comes about. What one has learnt counts for the next. */
export function bestLine(ports: BestLinePorts): OpenLine {
  const standing = { rung: 0, patience: PATIENCE };
  return (events) => new BestLine(ports, standing, events);
}

/**
 * The best of several lines. Where one is blocked although the server is there, the next one is opened. On a lower rung
 * the upper ones are tried beside it, and the first that works takes over: the owner hears another welcome and asks
 * again from where it stands, so that no step is lost, none is repeated, and nobody sees it.
 */
class BestLine implements Line {
  readonly #ports: BestLinePorts;
  readonly #standing: Standing;
  readonly #events: LineEvents;
  /** The line in use; null while there is none. */
  #active: Line | null = null;
  /** One that is being opened, in its place or beside it. */
  #trial: Line | null = null;
  #isBeginning = true;
  #over = false;
  readonly #unwatch: () => void;
  #cancelClimb: () => void = () => {};

  constructor(ports: BestLinePorts, standing: Standing, events: LineEvents) {
    this.#ports = ports;
    this.#standing = standing;
    this.#events = events;
    this.#unwatch = ports.watchNetwork(() => this.#climb());
    this.#try(standing.rung);
  }

  send(frame: Up): void {
    this.#active?.send(frame);
  }

  close(code: number, reason: string): void {
    this.#over = true;
    this.#unwatch();
    this.#cancelClimb();
    this.#trial?.close(code, reason);
    this.#active?.close(code, reason);
  }

  giveUp(): void {
    if (this.#active) this.#active.giveUp();
    else this.#end({ kind: "silent" });
  }

  check(): void {
    this.#active?.check();
  }

  #try(rung: number): void {
    const open = this.#ports.rungs[rung];
    if (!open) throw new Error(`There is no rung ${rung}.`);
    const line = open({
      welcomed: (frame, transport) => {
        if (line === this.#trial) this.#adopt(line, rung);
        this.#events.welcomed(frame, transport);
      },
      received: (frame) => this.#events.received(frame),
      ended: (ending) => (line === this.#trial ? this.#failed(rung, ending) : this.#lost(rung, ending)),
    });
    this.#trial = line;
  }

  #adopt(line: Line, rung: number): void {
    const before = this.#active;
    this.#active = line;
    this.#trial = null;
    this.#standing.rung = rung;
    before?.close(1000, "another way");
    if (rung === 0) {
      this.#cancelClimb();
      this.#standing.patience = PATIENCE;
      return;
    }
    this.#climbLater();
    // The server may have come up between the two tries, and where the last line stood much may have changed since.
    if (this.#isBeginning) this.#climb();
    this.#isBeginning = false;
  }

  #climbLater(): void {
    this.#cancelClimb();
    this.#cancelClimb = this.#ports.timers.after(this.#standing.patience, () => {
      this.#standing.patience = Math.min(2 * this.#standing.patience, MOST_PATIENCE);
      this.#climb();
    });
  }

  #climb(): void {
    if (this.#active === null || this.#trial !== null || this.#standing.rung === 0) return;
    this.#try(0);
  }

  #failed(rung: number, ending: Ending): void {
    this.#trial = null;
    if (this.#active !== null) {
      if (rung + 1 < this.#standing.rung) this.#try(rung + 1);
      else this.#climbLater();
    } else if (!hasSpoken(ending) && (rung === 0 || ending.kind === "blocked")) this.#descend(rung, ending);
    else this.#end(ending);
  }

  /** A socket that was there goes with its server more often than with its way: that is for the owner to wait out. */
  #lost(rung: number, ending: Ending): void {
    this.#active = null;
    this.#trial?.close(1000, "no line");
    this.#trial = null;
    this.#cancelClimb();
    if (rung > 0 && !hasSpoken(ending)) this.#descend(rung, ending);
    else this.#end(ending);
  }

  #descend(rung: number, ending: Ending): void {
    if (rung + 1 < this.#ports.rungs.length) this.#try(rung + 1);
    else this.#end(ending);
  }

  #end(ending: Ending): void {
    if (this.#over) return;
    this.close(1000, "no line");
    this.#events.ended(ending);
  }
}

function hasSpoken(ending: Ending): boolean {
  switch (ending.kind) {
    case "closed":
      return ending.code >= OWN_CODES;
    case "version":
    case "bad_frame":
      return true;
    case "silent":
    case "blocked":
      return false;
  }
}
