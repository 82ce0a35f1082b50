import { inTurns, processorTime, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";
import { padded } from "./setup/values";

const SUBSCRIBERS = 500;
const PUSHES = 200;

/** Time until the last reader has the last push, and the processor time of it all. */
async function sample(seat: Seat, stream: boolean) {
  const { pusher, readers } = seat;
  const key = stream ? "bench.events" : "bench.value";
  await readers.take();
  let took = 0;
  const processor = await processorTime(seat, async () => {
    const marks = Array.from({ length: PUSHES }, () =>
      pusher.push({ key, stream, value: (mark) => padded(mark, 200) }),
    );
    took = (await readers.everybodyHas(marks.at(-1) ?? 0)) - (marks[0] ?? 0);
  });
  const { marks } = await readers.take();
  if (stream && marks !== SUBSCRIBERS * PUSHES) throw new Error(`${marks} events came`);
  return { took, processor };
}

async function burst(rounds: number, stream: boolean, target: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: SUBSCRIBERS }, () => ["bench.*"]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, (seat) => sample(seat, stream));
    const workload = `burst of 200 pushes of ${stream ? "an event" : "a value"} to 500 subscribers`;
    const of = (which: "took" | "processor") =>
      compared(
        ours.map((one) => one[which]),
        floor.map((one) => one[which]),
        "ms",
        target,
      );
    return [
      { workload: `${workload}: time until all have the last`, ...of("took") },
      { workload: `${workload}: server CPU`, ...of("processor") },
    ];
  });
}

/** A value is merged to its last state; the bare object sends each. */
export const burstOfValues = (rounds: number) => burst(rounds, false, 0.3);

/** All events reach everybody. */
export const burstOfEvents = (rounds: number) => burst(rounds, true, 0.4);
