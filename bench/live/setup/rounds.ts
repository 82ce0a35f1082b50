import { undoing } from "../../setup/undoing";
import { Pusher } from "./pusher";
import { Readers } from "./readers";
import { Runtime } from "./runtime";
import type { Side } from "./side";

/** One side at its place: the object in its runtime, its readers, who pushes. */
export interface Seat {
  readonly side: Side["name"];
  readonly runtime: Runtime;
  readonly readers: Readers;
  readonly pusher: Pusher;
}

/** Starts the sides beside each other for one workload, and ends them whatever happens. */
export async function seated<T>(sides: readonly Side[], work: (seats: Seat[]) => Promise<T>): Promise<T> {
  return undoing(async (undo) => {
    const seats: Seat[] = [];
    for (const side of sides) {
      const runtime = await Runtime.start(side);
      undo(() => runtime.stop());
      const readers = new Readers(side.name, runtime);
      undo(() => readers.stop());
      const pusher = await Pusher.open(side.name, runtime);
      seats.push({ side: side.name, runtime, readers, pusher });
    }
    return work(seats);
  });
}

/** A sample of each seat in turns, round by round, after one that warms up and is forgotten. By side, one a round. */
export async function inTurns<T>(
  seats: readonly Seat[],
  rounds: number,
  sample: (seat: Seat) => Promise<T>,
): Promise<Record<Side["name"], T[]>> {
  const samples: Record<Side["name"], T[]> = { product: [], bare: [], plain: [] };
  for (const seat of seats) await sample(seat);
  for (let round = 0; round < rounds; round++) {
    for (const seat of seats) samples[seat.side].push(await sample(seat));
  }
  return samples;
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Longer than a reader waits with its acknowledgement, which is part of what a side costs. */
const SETTLED = 2_600;

/** Milliseconds of the runtime's processor time for this work, and for what follows from it. */
export async function processorTime({ runtime }: Seat, work: () => Promise<void>): Promise<number> {
  const before = runtime.process.processorTime;
  await work();
  await pause(SETTLED);
  return runtime.process.processorTime - before;
}
