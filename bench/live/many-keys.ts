import { inTurns, pause, processorTime, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, plain, product, type Side } from "./setup/side";
import { padded } from "./setup/values";

const KEYS = 1_000;
const SUBSCRIBERS = 1_000;
/** Each; as many as the runtime lets a socket have tags. */
const KEYS_EACH = 10;
const PUSHES = 500;
/** Past the merge window of 25 ms. */
const APART = 30;

const keyOf = (i: number) => `bench.k${i}`;

/** The same keys in each run, by a generator with a known seed. */
function drawKeys(): string[][] {
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * KEYS);
  };
  return Array.from({ length: SUBSCRIBERS }, () => {
    const drawn = new Set<number>();
    while (drawn.size < KEYS_EACH) drawn.add(next());
    return [...drawn].map(keyOf);
  });
}

async function sample(seat: Seat, wanted: readonly string[][], apart: number): Promise<number> {
  const { pusher, readers } = seat;
  const newest = new Map<string, number>();
  return processorTime(seat, async () => {
    for (let i = 0; i < PUSHES; i++) {
      const key = keyOf((i * 7) % KEYS);
      newest.set(key, pusher.push({ key, tagged: true, value: (mark) => padded(mark, 200) }));
      if (apart > 0) await pause(apart);
    }
    await readers.everybodyHas(wanted.map((keys) => Math.max(...keys.map((key) => newest.get(key) ?? 0))));
  });
}

async function manyKeys(rounds: number, apart: number, other: Side) {
  const wanted = drawKeys();
  return seated([product, other], async (seats) => {
    for (const { readers } of seats) await readers.open(wanted);
    // Every key is there before the first round: a new one would be something else.
    for (const seat of seats) for (let i = 0; i < 2; i++) await sample(seat, wanted, 0);
    return inTurns(seats, rounds, (seat) => sample(seat, wanted, apart));
  });
}

/** Who wants a key is found without looking at those who do not. */
export async function keysUnmerged(rounds: number): Promise<Row[]> {
  const { product: ours, bare: floor } = await manyKeys(rounds, APART, bare);
  const workload = "1,000 keys, 1,000 subscribers on 10 each, 500 pushes 30 ms apart: server CPU";
  return [{ workload, ...compared(ours, floor, "ms", 1.3) }];
}

export async function keysMerged(rounds: number): Promise<Row[]> {
  const { product: ours, plain: textbook } = await manyKeys(rounds, 0, plain);
  const workload = "the same, 500 pushes at once, against the textbook's object: server CPU";
  return [{ workload, ...compared(ours, textbook, "ms", 1) }];
}
