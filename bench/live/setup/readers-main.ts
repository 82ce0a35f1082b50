import { moment } from "./moment";
import { Reader, type ReaderOrder } from "./reader";
import type { Question, Totals } from "./readers";

/** The process of the readers of one side: see readers.ts, which asks it. */

let readers: Reader[] = [];
let orders: readonly ReaderOrder[] = [];
let ages: number[] = [];
/** By reader, over all the sockets that it had. */
const marksOf = new Map<number, number[]>();
let waiting: (() => void) | null = null;

function arrived(reader: Reader, mark: number): void {
  ages.push(moment() - mark);
  const marks = marksOf.get(reader.order.id);
  if (marks) marks.push(mark);
  else marksOf.set(reader.order.id, [mark]);
  waiting?.();
}

/** So many handshakes under way at once. */
async function open(wanted: readonly ReaderOrder[], sideBySide: number): Promise<void> {
  const queue = wanted.values();
  const work = async () => {
    for (const order of queue) {
      const reader = new Reader(order, arrived);
      readers.push(reader);
      await reader.ready.promise;
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
}

/** Everybody is cut off at once, and remembers where it stood. */
async function drop(): Promise<void> {
  orders = readers.map(({ order, cursor }) => ({ ...order, ...(cursor === undefined ? {} : { cursor }) }));
  for (const reader of readers) reader.drop();
  await Promise.all(readers.map(({ closed }) => closed.promise));
  readers = [];
}

/** When the last reader got the newest mark that it is to have. `marks`: one for all, or by the reader's id. */
function everybodyHas(marks: number | readonly number[]): Promise<number> {
  const isThere = (reader: Reader) =>
    reader.newest >= (typeof marks === "number" ? marks : (marks[reader.order.id] ?? 0));
  const missing = new Set(readers);
  return new Promise((resolve) => {
    const look = () => {
      // Each look goes on where the last one found somebody missing, so that all of them together cost little.
      for (const reader of missing) {
        if (!isThere(reader)) return;
        missing.delete(reader);
      }
      waiting = null;
      resolve(Math.max(...readers.map(({ newestAt }) => newestAt)));
    };
    waiting = look;
    look();
  });
}

/** What came since the last call. */
function take(): Totals {
  const sum = (of: (reader: Reader) => number) => readers.reduce((total, reader) => total + of(reader), 0);
  const totals = {
    frames: sum(({ frames }) => frames),
    bytes: sum(({ bytes }) => bytes),
    marks: sum(({ marks }) => marks),
    ages,
  };
  for (const reader of readers) {
    reader.frames = 0;
    reader.bytes = 0;
    reader.marks = 0;
  }
  ages = [];
  return totals;
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case "open":
      return open(question.orders, question.sideBySide);
    case "drop":
      return drop();
    case "comeBack": {
      const start = moment();
      void open(orders, orders.length);
      return (await everybodyHas(question.mark)) - start;
    }
    case "everybodyHas":
      return everybodyHas(question.marks);
    case "take":
      return take();
    case "marks":
      return [...marksOf.values()];
  }
}

process.on("message", (question: Question) => {
  void answer(question).then((result) => process.send?.({ id: question.id, result }));
});
