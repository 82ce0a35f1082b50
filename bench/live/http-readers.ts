import { median } from "../setup/spread";
import { pause, processorTime, type Seat, seated } from "./setup/rounds";
import type { Row } from "./setup/row";
import { product } from "./setup/side";
import { openReader, type Transport, type WireReader } from "./setup/transports";
import { padded } from "./setup/values";

const READERS = 200;
const PUSHES = 50;
const EVERY = 200;

interface Sample {
  /** Bytes on the wire, for each reader and second. */
  readonly down: number;
  readonly up: number;
  /** The runtime's processor time for each reader and second, in microseconds. */
  readonly processor: number;
}

/** Readers of one transport while a value changes five times a second, or not at all. */
async function sample(seat: Seat, transport: Transport, changes: boolean): Promise<Sample> {
  const readers = Array.from({ length: READERS }, () => openReader[transport](seat.runtime.port));
  await Promise.all(readers.map(({ ready }) => ready));
  await pause(1_000);
  const [before, begun] = [sum(readers), performance.now()];
  const processor = await processorTime(seat, async () => {
    for (let i = 0; i < PUSHES; i++) {
      if (changes) seat.pusher.push({ key: "bench.value", value: (mark) => padded(mark, 200) });
      await pause(EVERY);
    }
  });
  const [after, seconds] = [sum(readers), (performance.now() - begun) / 1_000];
  for (const reader of readers) reader.close();
  await pause(1_000);
  const each = (total: number) => total / READERS / seconds;
  return { down: each(after.down - before.down), up: each(after.up - before.up), processor: each(processor * 1_000) };
}

function sum(readers: readonly WireReader[]) {
  const all = readers.map(({ traffic }) => traffic);
  const of = (way: "down" | "up") => all.reduce((total, one) => total + one[way], 0);
  return { down: of("down"), up: of("up") };
}

function rowsOf(what: string, byHttp: Transport, samples: readonly Sample[], sockets: readonly Sample[]): Row[] {
  const row = (name: string, which: keyof Sample, unit: string): Row => {
    const [ours, socket] = [samples, sockets].map((list) => median(list.map((one) => one[which])));
    return {
      workload: `200 readers, ${what}, ${byHttp} beside WebSocket: ${name}`,
      product: `${ours?.toFixed(0)} ${unit}`,
      other: `${socket?.toFixed(0)} ${unit}`,
      ratio: ours && socket ? (ours / socket).toFixed(2) : "",
      target: "",
      isMet: null,
    };
  };
  return [row("down", "down", "bytes/s"), row("up", "up", "bytes/s"), row("server CPU a reader", "processor", "µs/s")];
}

/** What a reader by HTTP costs beside one on a WebSocket: bytes both ways, with HTTP's headers, and processor time. */
export async function httpReaders(rounds: number): Promise<Row[]> {
  return seated([product], async ([seat]) => {
    if (!seat) return [];
    const rows: Row[] = [];
    for (const changes of [true, false]) {
      const samples: Record<Transport, Sample[]> = { WebSocket: [], SSE: [], polling: [] };
      for (let round = 0; round < rounds; round++) {
        for (const transport of ["WebSocket", "SSE", "polling"] as const) {
          samples[transport].push(await sample(seat, transport, changes));
        }
      }
      const what = changes ? "200 bytes at 5/s" : "nothing changes";
      for (const byHttp of ["SSE", "polling"] as const)
        rows.push(...rowsOf(what, byHttp, samples[byHttp], samples.WebSocket));
    }
    return rows;
  });
}
