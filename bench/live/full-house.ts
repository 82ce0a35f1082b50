import { median, quantile } from "../setup/spread";
import { inTurns, pause, processorTime, type Seat, seated } from "./setup/rounds";
import type { Row } from "./setup/row";
import { bare, product } from "./setup/side";
import { padded } from "./setup/values";

const SOCKETS = 8_000;
const PUSHES = 20;
const EVERY = 500;

async function sample(seat: Seat) {
  const { pusher, readers, runtime } = seat;
  await readers.take();
  const processor = await processorTime(seat, async () => {
    let mark = 0;
    for (let i = 0; i < PUSHES; i++) {
      mark = pusher.push({ key: "bench.value", value: (text) => padded(text, 200) });
      await pause(EVERY);
    }
    await readers.everybodyHas(mark);
  });
  const { ages, marks } = await readers.take();
  const seconds = (PUSHES * EVERY) / 1_000;
  return {
    p99: quantile(ages, 0.99),
    processor: processor / 10 / seconds,
    memory: runtime.process.memory / 2 ** 20,
    // Middle values may be skipped for a reader that is behind; the last one came to all, or this would not go on.
    arrived: (marks / SOCKETS / PUSHES) * 100,
  };
}

/** As many sockets as one object should ever have, all told of each commit. */
export async function fullHouse(rounds: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: SOCKETS }, () => ["bench.value"]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, sample);
    const line = (what: string, which: keyof Awaited<ReturnType<typeof sample>>, unit: string): Row => ({
      workload: `8,000 sockets on one object, 200 bytes to all at 2/s: ${what}`,
      product: `${median(ours.map((one) => one[which])).toFixed(0)} ${unit}`,
      other: `${median(floor.map((one) => one[which])).toFixed(0)} ${unit}`,
      ratio: (median(ours.map((one) => one[which])) / median(floor.map((one) => one[which]))).toFixed(2),
      target: "held",
      isMet: true,
    });
    return [
      line("p99", "p99", "ms"),
      line("server CPU", "processor", "% of a core"),
      line("memory", "memory", "MB"),
      line("values that arrived", "arrived", "%"),
    ];
  });
}
