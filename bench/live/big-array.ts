import type { Json } from "../../core/json";
import { median } from "../setup/spread";
import { inTurns, pause, processorTime, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";

const SUBSCRIBERS = 200;
const PUSHES = 60;
const EVERY = 50;
const ROWS = 500;

let changing = 0;

/** 500 rows of about 100 bytes; one field of one row is the mark. */
function rows(mark: string): Json {
  return Array.from({ length: ROWS }, (_, i) => ({
    id: `row-${i}`,
    name: `container-${i}.harbour.example`,
    state: i % 7 === 0 ? "waiting" : "running",
    load: i * 3,
    seen: i === changing ? mark : "#0#",
  }));
}

async function sample(seat: Seat) {
  const { pusher, readers } = seat;
  await readers.take();
  const processor = await processorTime(seat, async () => {
    let mark = 0;
    for (let i = 0; i < PUSHES; i++) {
      mark = pusher.push({ key: "bench.rows", value: rows });
      await pause(EVERY);
    }
    await readers.everybodyHas(mark);
  });
  const { bytes, frames } = await readers.take();
  return { bytes: bytes / SUBSCRIBERS / PUSHES, perDelivery: (processor * 1_000) / (SUBSCRIBERS * PUSHES), frames };
}

/** One field of a large array: a patch goes out instead of the whole. */
export async function bigArray(rounds: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: SUBSCRIBERS }, () => ["bench.rows"]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, (seat) => {
      changing = (changing + 137) % ROWS;
      return sample(seat);
    });
    const workload = "array of 500 rows, 50 kB, one field at 20/s to 200 subscribers";
    const bytes = median(ours.map((one) => one.bytes));
    const size = {
      workload: `${workload}: bytes to each per push`,
      product: bytes.toFixed(0),
      other: median(floor.map((one) => one.bytes)).toFixed(0),
      ratio: "",
      target: "≤ 300 bytes",
      isMet: bytes <= 300,
    };
    const of = (side: readonly { perDelivery: number }[]) => side.map(({ perDelivery }) => perDelivery);
    const cost = compared(of(ours), of(floor), "µs", 0.5);
    return [size, { workload: `${workload}: server CPU per delivery`, ...cost }];
  });
}
