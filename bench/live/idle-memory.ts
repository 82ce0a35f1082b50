import { pause, seated } from "./setup/rounds";
import { compared, type Row } from "./setup/row";
import { bare, product } from "./setup/side";

const SOCKETS = 4_000;
/** An object without anything to do hibernates after 10 s. */
const ASLEEP = 15_000;

/** Bytes a socket, awake just after all of them came and when the object sleeps. A fresh runtime each round. */
async function round() {
  return seated([product, bare], async (seats) => {
    const bytes: Record<string, { awake: number; asleep: number }> = {};
    for (const { side, runtime, readers, pusher } of seats) {
      // One reader first: what the object itself takes is not a socket's.
      await readers.open([["bench.*"]]);
      pusher.close();
      const before = runtime.process.memory;
      await readers.open(Array.from({ length: SOCKETS }, () => ["bench.a", "bench.b", "bench.c", "$sources.*"]));
      const awake = (runtime.process.memory - before) / SOCKETS;
      await pause(ASLEEP);
      bytes[side] = { awake, asleep: (runtime.process.memory - before) / SOCKETS };
    }
    return bytes;
  });
}

export async function idleMemory(rounds: number): Promise<Row[]> {
  const all: Awaited<ReturnType<typeof round>>[] = [];
  for (let i = 0; i < rounds; i++) all.push(await round());
  return (["asleep", "awake"] as const).map((when) => {
    const of = (side: string) => all.map((bytes) => (bytes[side]?.[when] ?? Number.NaN) / 1_024);
    const { isMet, target, ...figures } = compared(of("product"), of("bare"), "kB", 1.1);
    const judged = when === "asleep" ? { isMet, target } : { isMet: null, target: "" };
    return { workload: `memory a socket at 4,000, the object ${when}`, ...figures, ...judged };
  });
}
