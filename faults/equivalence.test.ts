import { afterAll, beforeAll, expect, test } from "vitest";
import { type Happening, historyOf } from "../workers/proof/testing/happening";
import { Dice } from "./dice";
import { EventReader } from "./readers/event-reader";
import { PollReader } from "./readers/poll-reader";
import type { Reader } from "./readers/reader";
import { SocketReader } from "./readers/socket-reader";
import { seed, size } from "./size";
import { Stage } from "./workspace/stage";
import { Truth } from "./workspace/truth";
import { Books } from "./writers/books";
import { Retelling } from "./writers/retelling";
import { Sender } from "./writers/sender";

const PATTERNS = ["a.*", "b.*"];
let stage: Stage;
const dice = new Dice(seed);

beforeAll(async () => {
  stage = await Stage.set(dice.fork(), ["a", "b"]);
}, 120_000);
afterAll(() => stage?.strike(), 60_000);

/** Wherever two of them stand at the same commit, they hold the same: the first to be there is what others are held to. */
class Witness {
  readonly #seen = new Map<string, string>();
  readonly faults: string[] = [];
  meetings = 0;

  readonly look = ({ book, transport }: Reader): void => {
    const { cursor, copy, isLive } = book;
    if (cursor === null || !isLive) return;
    const held = [...copy.keys]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { rev, at, text }]) => [key, rev, at, text]);
    const text = JSON.stringify(held);
    const before = this.#seen.get(cursor);
    this.#seen.set(cursor, before ?? text);
    if (before !== undefined) this.meetings += 1;
    if (before !== undefined && before !== text)
      this.faults.push(`at ${cursor}, ${transport} holds ${text}, not ${before}`);
  };
}

/** What two of the readers do of a history, and the server once: it is killed in the middle. */
async function play(history: readonly Happening[], readers: readonly Reader[], retelling: Retelling, key: string) {
  const own = Number(new URL(stage.server.url).port);
  const away = new Map<Reader, number>();
  const settle = async () => {
    for (const reader of readers) if (!reader.isHere) reader.come();
    away.clear();
    stage.proxy.fine();
    await Truth.agreed(own, key, (truth) => {
      const differing = readers.map(({ book }) => truth.differs(book.copy.keys, PATTERNS));
      return differing.find((one) => one !== null) ?? null;
    });
  };
  for (const [i, happening] of history.entries()) {
    if (i === Math.floor(history.length / 2)) await stage.server.restart();
    for (const [reader, left] of away) {
      if (left > 0) away.set(reader, left - 1);
      else if (away.delete(reader)) reader.come();
    }
    const reader = happening.do === "leave" ? readers[happening.seat] : undefined;
    if (happening.do === "leave" && reader && !away.has(reader)) {
      away.set(reader, happening.away);
      reader.go();
    } else if (happening.do === "hold") stage.proxy.trouble({ is: "slow", milliseconds: 30 }, 1);
    else if (happening.do === "settle") await settle();
    else await retelling.tell(happening);
  }
  await settle();
}

const seeds = Array.from({ length: size.histories }, (_, i) => seed + i);

test.each(seeds)(
  "[O11] the same history ends with the same copy by WebSocket, SSE and polling (seed %i)",
  async (number) => {
    const key = await stage.home.makeKey(`history-${number}`);
    const witness = new Witness();
    const order = (name: string) => {
      const headers = { Authorization: `Bearer ${key}` };
      const own = { dice: dice.fork(), heard: witness.look, every: [10, 60] } as const;
      return { name, port: stage.proxy.port, headers, patterns: PATTERNS, ...own };
    };
    const readers = [
      new SocketReader(order("socket")),
      new EventReader(order("stream")),
      new PollReader(order("poller")),
    ];
    for (const reader of readers) reader.come();
    const books = new Books();
    const sender = new Sender(stage.proxy.port, key, dice.fork(), books);
    await play(historyOf(number), readers, new Retelling(sender), key);
    for (const reader of readers) reader.go();
    sender.stop();
    expect([...witness.faults, ...books.faults, ...readers.flatMap(({ faults }) => faults)]).toEqual([]);
    expect(books.counts.acknowledged).toBeGreaterThan(100);
    // They met often enough for this to mean something.
    expect(witness.meetings).toBeGreaterThan(50);
  },
  300_000,
);
