import { quantile } from "../setup/spread";
import { PostPusher } from "./setup/post-pusher";
import { inTurns, pause, type Seat, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";

const SUBSCRIBERS = 100;
const PUSHES = 100;
const EVERY = 100;

async function sample({ side, runtime, readers }: Seat) {
  const pusher = new PostPusher(side, runtime);
  await readers.take();
  const answers: number[] = [];
  let last = 0;
  for (let i = 0; i < PUSHES; i++) {
    const { mark, answered } = await pusher.push();
    answers.push(answered);
    last = mark;
    await pause(EVERY);
  }
  await readers.everybodyHas(last);
  pusher.close();
  const { ages, marks } = await readers.take();
  if (marks !== SUBSCRIBERS * PUSHES) throw new Error(`${marks} values came`);
  return { p50: quantile(ages, 0.5), p99: quantile(ages, 0.99), answered: quantile(answers, 0.5) };
}

/** From a request that pushes to each of a hundred readers by WebSocket: with the key's check, the write and the commit. */
export async function httpPush(rounds: number): Promise<Row[]> {
  return seated([product, bare], async (seats) => {
    for (const { readers } of seats) await readers.open(Array.from({ length: SUBSCRIBERS }, () => ["bench.value"]));
    const { product: ours, bare: floor } = await inTurns(seats, rounds, sample);
    const row = (what: string, which: "p50" | "p99" | "answered"): Row => {
      const of = (side: typeof ours) => side.map((one) => one[which]);
      const figures = compared(of(ours), of(floor), "ms", Number.POSITIVE_INFINITY);
      return { workload: `200 bytes by POST at 10/s to 100 subscribers: ${what}`, ...figures, target: "", isMet: null };
    };
    return [row("received, p50", "p50"), row("received, p99", "p99"), row("answered, p50", "answered")];
  });
}
