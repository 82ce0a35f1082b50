import type { Dice } from "../dice";
import { until } from "../until";
import type { Truth } from "../workspace/truth";
import { EventReader } from "./event-reader";
import { PollReader } from "./poll-reader";
import type { Reader, ReaderOrder } from "./reader";
import { SocketReader } from "./socket-reader";

export interface CrowdSize {
  readonly sockets: number;
  readonly streams: number;
  readonly pollers: number;
}

/** What readers ask for, one of these each. */
const WANTED: readonly (readonly string[])[] = [
  ["*"],
  ["shop.*", "$sources.*"],
  ["log.*"],
  ["log.short.*", "list.*"],
  ["shop.*.a", "shop.*.b", "list.*.document"],
];

/** All readers, on every transport, each with what it asks for. */
export class Crowd {
  readonly readers: readonly Reader[];

  constructor(port: number, size: CrowdSize, credentials: readonly Readonly<Record<string, string>>[], dice: Dice) {
    const order = (name: string): ReaderOrder => {
      const headers = dice.of(credentials);
      return { name, port, headers, patterns: dice.of(WANTED), dice: dice.fork() };
    };
    const many = (count: number, make: (i: number) => Reader) => Array.from({ length: count }, (_, i) => make(i));
    this.readers = [
      ...many(size.sockets, (i) => new SocketReader(order(`socket ${i}`))),
      ...many(size.streams, (i) => new EventReader(order(`stream ${i}`))),
      ...many(size.pollers, (i) => new PollReader(order(`poller ${i}`))),
    ];
  }

  /** All come, some at a time, and are told what there is. */
  async come(): Promise<void> {
    for (let i = 0; i < this.readers.length; i += 50) {
      const some = this.readers.slice(i, i + 50);
      for (const reader of some) reader.come();
      await until(() => some.find((one) => one.book.cursor === null)?.order.name ?? null);
    }
  }

  go(): void {
    for (const reader of this.readers) reader.go();
  }

  /** What readers held against the server. */
  get faults(): string[] {
    return this.readers.flatMap(({ order, faults }) => faults.map((fault) => `${order.name}: ${fault}`));
  }

  /** How connections ended, and how often. */
  get ends(): Record<string, number> {
    const all: Record<string, number> = {};
    for (const { transport, ends } of this.readers) {
      for (const [how, count] of ends) all[`${transport} ${how}`] = (all[`${transport} ${how}`] ?? 0) + count;
    }
    return all;
  }

  /** Who does not hold what is there, and what of it; null where all do, or hold something against the server. */
  differs(truth: Truth): string | null {
    if (this.faults.length > 0) return null;
    for (const { order, book } of this.readers) {
      const differs = truth.differs(book.copy.keys, order.patterns);
      if (differs !== null) return `${order.name} (at ${book.cursor}): ${differs}`;
    }
    return null;
  }
}
