import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits } from "../core/hub/limits";
import type { Refresh } from "../core/sources/reading";
import { ModelDashboard } from "../core/testing/model-dashboard";
import { jsonCopy } from "../sources/json-copy";
import { mapAnswer } from "../sources/mapping/map-answer";
import { answerOf, CHANGED, KEYS } from "./refresh/answer";
import { CountingStorage } from "./refresh/counting-storage";
import { printMachine, table } from "./setup/report";
import { ratio, spread } from "./setup/spread";

const ROUNDS = Number(process.argv[2] ?? 5);
const EACH = 20;
const RULES = [{ path: "price", expression: "rows", id: "id", value: "v" }];

const folder = mkdtempSync(join(tmpdir(), "deltaboard-refresh-"));
const storage = new CountingStorage(join(folder, "pages.sqlite"));
const board = new ModelDashboard({ ...defaultLimits, keys: KEYS + 100 }, storage);
let refresh = mapped(answerOf(0));
board.instant = () => refresh;
board.refresher.setSources([board.source("shop", 86_400_000)]);

const sent: string[] = [];
const principal = {
  kind: "member",
  userId: "u",
  name: "Ada",
  role: "viewer",
  sessionId: "s",
  sessionEnds: 4e15,
} as const;
const member = board.room.admit("reader", principal, { send: (frame) => void sent.push(frame), close: () => {} });
board.room.receive(member, JSON.stringify({ type: "subscribe", id: "1", keys: ["shop.*"] }));

await board.settle();
acknowledge();
board.merge();
acknowledge();

/** Milliseconds that the work took. */
function timed<T>(work: () => T): [number, T] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

function mapped(text: string): Refresh {
  const outcome = mapAnswer(jsonCopy(JSON.parse(text)) ?? null, RULES);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return {
    ok: true,
    readings: outcome.readings.map(({ path, value, meta }) => ({ key: `shop.${path}`, value, meta })),
  };
}

/** The reader has all it was sent. */
function acknowledge(): void {
  for (const frame of sent.splice(0)) {
    const cursor = /"cursor":"([^"]+)"/.exec(frame)?.[1];
    const part = /"part":(\d+)/.exec(frame)?.[1];
    const ack = { type: "ack", cursor, ...(part === undefined ? {} : { part: Number(part) }) };
    if (cursor !== undefined) board.room.receive(member, JSON.stringify(ack));
  }
}

/** What is compared, stored and sent of an answer that is parsed and mapped. */
async function settle(): Promise<number> {
  storage.rows = 0;
  const start = performance.now();
  board.refresher.refreshNow("shop");
  await board.settle();
  board.merge();
  return performance.now() - start;
}

let round = 0;
async function one(): Promise<{ parse: number; settled: number; rows: number; bytes: number }> {
  const text = answerOf(++round);
  const [parse, made] = timed(() => mapped(text));
  refresh = made;
  const settled = await settle();
  const bytes = sent.join("").length;
  acknowledge();
  return { parse, settled, rows: storage.rows, bytes };
}

// The first makes the keys; a few more warm up.
for (let i = 0; i < 10; i++) await one();
const all: Awaited<ReturnType<typeof one>>[][] = [];
for (let i = 0; i < ROUNDS; i++) {
  const samples = [];
  for (let j = 0; j < EACH; j++) samples.push(await one());
  all.push(samples);
}
storage.close();
rmSync(folder, { recursive: true });

const flat = all.flat();
const [parse, settled] = [all.map((s) => s.map((x) => x.parse)), all.map((s) => s.map((x) => x.settled))];
printMachine();
console.log(
  `An answer of ${Math.round(answerOf(1).length / 1_000)} kB with ${KEYS} keys, of which ${CHANGED} changed:\n`,
);
table(
  ["JSON.parse and mapping, ms", "diff, commit and send, ms", "ratio", "target", "rows written", "bytes sent"],
  [
    [
      spread(flat.map((x) => x.parse)),
      spread(flat.map((x) => x.settled)),
      ratio(settled, parse),
      "≤ 1.5",
      [...new Set(flat.map((x) => x.rows))].join(", "),
      spread(
        flat.map((x) => x.bytes),
        0,
      ),
    ],
  ],
);
