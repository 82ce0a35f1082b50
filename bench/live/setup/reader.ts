import { Acks } from "../../../app/live/acks";
import { browserTimers } from "../../../app/live/clock";
import { RawSocket } from "../../setup/raw-socket";
import { manners } from "./manners";
import { moment } from "./moment";
import type { Side } from "./side";

export interface ReaderOrder {
  readonly side: Side["name"];
  readonly port: number;
  /** Of a person of its own. */
  readonly id: number;
  readonly keys: readonly string[];
  /** Where it stood when it was cut off, of the product's side. */
  readonly cursor?: string;
}

/** Counts what comes, and parses as little of it as can be. Marks are the texts `"#<milliseconds>#"` in what is pushed. */
export class Reader {
  readonly order: ReaderOrder;
  readonly ready = Promise.withResolvers<void>();
  readonly closed = Promise.withResolvers<void>();
  readonly acks = new Acks(browserTimers, (ack) => this.send(JSON.stringify(ack)));
  frames = 0;
  bytes = 0;
  marks = 0;
  /** The newest mark that came, and when. */
  newest = 0;
  newestAt = 0;
  cursor: string | undefined;
  readonly #socket: RawSocket;
  #pings: NodeJS.Timeout | undefined;

  constructor(order: ReaderOrder, arrived: (reader: Reader, mark: number) => void) {
    this.order = order;
    this.cursor = order.cursor;
    const own = manners[order.side];
    const protocol = own.protocol === undefined ? {} : { protocol: own.protocol };
    const dial = { port: order.port, path: own.path(order), ...protocol };
    this.#socket = new RawSocket(dial, {
      opened: () => own.opened(this),
      text: (payload) => {
        this.#count(payload, arrived);
        own.heard(this, payload);
      },
      closed: () => {
        clearInterval(this.#pings);
        this.closed.resolve();
      },
    });
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  pingEvery(milliseconds: number): void {
    this.#pings = setInterval(() => this.send("ping"), milliseconds);
  }

  drop(): void {
    this.acks.stop();
    this.#socket.drop();
  }

  #count(payload: Buffer, arrived: (reader: Reader, mark: number) => void): void {
    this.frames += 1;
    this.bytes += payload.length;
    for (let at = payload.indexOf('"#'); at !== -1; at = payload.indexOf('"#', at + 2)) {
      const mark = Number(payload.toString("latin1", at + 2, payload.indexOf("#", at + 2)));
      this.marks += 1;
      if (mark > this.newest) {
        this.newest = mark;
        this.newestAt = moment();
      }
      arrived(this, mark);
    }
  }
}
