import { inTurns, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";
import { padded } from "./setup/values";

const CLIENTS = 1_000;
const COMMITS = 50;

/** Milliseconds until all are current again; `pushed` gathers every mark that a reader must have had in the end. */
async function sample({ pusher, readers }: Seat, pushed: number[]): Promise<number> {
  await readers.drop();
  for (let i = 0; i < COMMITS; i++) {
    const value = (mark: string) => padded(mark, 200);
    pushed.push(pusher.push({ key: "bench.events", stream: true, value }));
  }
  const took = await readers.comeBack(pushed.at(-1) ?? 0);
  // What comes afterwards must join on without a gap and without a repetition.
  const after = pusher.push({ key: "bench.events", stream: true, value: (mark) => padded(mark, 200) });
  pushed.push(after);
  await readers.everybodyHas(after);
  return took;
}

/** Throws unless every client had every event, each once and in order. */
function assertWhole(marks: readonly number[][], pushed: readonly number[]): void {
  if (marks.length !== CLIENTS) throw new Error(`${marks.length} clients had anything`);
  for (const own of marks) {
    const isWhole = own.length === pushed.length && own.every((mark, i) => mark === pushed[i]);
    if (!isWhole) throw new Error(`a client had ${own.length} events of ${pushed.length}, or in another order`);
  }
}

/** All at once, with their rights settled in the same way; the bare object sends its last text to whoever comes. */
export async function herd(rounds: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: CLIENTS }, () => ["bench.events"]));
    const pushed = new Map(seats.map(({ side }) => [side, [] as number[]]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, (seat) =>
      sample(seat, pushed.get(seat.side) ?? []),
    );
    for (const { side, readers } of seats) {
      if (side === "product") assertWhole(await readers.marks(), pushed.get(side) ?? []);
    }
    const workload = "1,000 clients dropped at once and back, 50 commits in between: all current";
    return [{ workload, ...compared(ours, floor, "ms", 1.2, 0) }];
  });
}
