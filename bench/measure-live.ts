import { bigArray } from "./live/big-array";
import { burstOfEvents, burstOfValues } from "./live/burst";
import { fullHouse } from "./live/full-house";
import { herd } from "./live/herd";
import { httpPush } from "./live/http-push";
import { httpReaders } from "./live/http-readers";
import { idleMemory } from "./live/idle-memory";
import { keysMerged, keysUnmerged } from "./live/many-keys";
import { oneKey } from "./live/one-key";
import type { Row } from "./live/setup/row";
import { writtenRows } from "./live/written-rows";
import { printMachine, table } from "./setup/report";
import { withServers } from "./setup/with-servers";

const workloads: Record<string, (rounds: number) => Promise<Row[]>> = {
  "one-key": oneKey,
  "burst-values": burstOfValues,
  "burst-events": burstOfEvents,
  "keys-unmerged": keysUnmerged,
  "keys-merged": keysMerged,
  "big-array": bigArray,
  "idle-memory": idleMemory,
  herd,
  "http-push": httpPush,
  "http-readers": httpReaders,
  rows: writtenRows,
  "full-house": fullHouse,
};

const [first, second] = process.argv.slice(2);
const isName = first !== undefined && first in workloads;
const rounds = Number((isName ? second : first) ?? 5);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new Error(`What to measure is one of ${Object.keys(workloads).join(", ")}; then how many rounds.`);
}

await withServers(async () => {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(workloads)) {
    if (isName && name !== first) continue;
    console.log(`${name} …`);
    const measured = await measure(rounds);
    for (const { workload, product, other, ratio } of measured)
      console.log(`  ${workload}: ${product} · ${other} · ${ratio}`);
    rows.push(...measured);
  }
  printMachine();
  const met = (isMet: boolean | null) => (isMet === null ? "" : isMet ? "met" : "not met");
  table(
    ["workload", "product", "compared", "ratio", "target", ""],
    rows.map((row) => [row.workload, row.product, row.other, row.ratio, row.target, met(row.isMet)]),
  );
});
