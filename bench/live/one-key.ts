import { quantile } from "../setup/spread";
import { inTurns, pause, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";
import { padded } from "./setup/values";

const SUBSCRIBERS = 1_000;
const PUSHES = 50;
const EVERY = 100;

async function sample({ pusher, readers }: Seat) {
  await readers.take();
  let mark = 0;
  for (let i = 0; i < PUSHES; i++) {
    mark = pusher.push({ key: "bench.value", value: (text) => padded(text, 200) });
    await pause(EVERY);
  }
  await readers.everybodyHas(mark);
  const { ages, marks } = await readers.take();
  if (marks !== SUBSCRIBERS * PUSHES) throw new Error(`${marks} values came`);
  return { p50: quantile(ages, 0.5), p99: quantile(ages, 0.99) };
}

/** From a push to each of a thousand readers of one key. */
export async function oneKey(rounds: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: SUBSCRIBERS }, () => ["bench.value"]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, sample);
    const workload = "1,000 subscribers of one key, 200 bytes at 10/s";
    return (["p50", "p99"] as const).map((which) => ({
      workload: `${workload}: ${which}`,
      ...compared(
        ours.map((one) => one[which]),
        floor.map((one) => one[which]),
        "ms",
        1.15,
      ),
    }));
  });
}
