import { type ScriptedUpstream, scriptedUpstream } from "../sources/testing/scripted-upstream";
import { bareReader, Crowd, gatherMembers, productReader } from "./setup/crowd";
import { sendForm } from "./setup/member";
import { printMachine, table } from "./setup/report";
import { ServedWorker } from "./setup/served-worker";
import { median, quantile, ratio, spread } from "./setup/spread";
import { withServers } from "./setup/with-servers";

const CROWDS = [1, 100];
const ROUNDS = Number(process.argv[2] ?? 6);
const REFRESHES_A_ROUND = 10;
const KEYS = 40;
/** Of the 40 keys, and beside the mark. */
const CHANGING = 4;

type Side = "product" | "bare" | "bareKept";
/** Milliseconds from the upstream's answer, by round: to each reader, and to the last of them. Bytes a reader and refresh. */
interface Samples {
  readonly each: number[][];
  readonly last: number[][];
  readonly bytes: number[];
}
const noSamples = (): Samples => ({ each: [], last: [], bytes: [] });
type Results = Record<Side, Samples>;

interface Stage {
  readonly upstream: ScriptedUpstream;
  readonly bare: ServedWorker;
  readonly readers: { readonly product: Crowd; readonly bare: Crowd };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Some figures, of which a few change with each number, and a mark by which that number is known on the way. */
function figures(n: number, changing: number) {
  const figure = (i: number) => (i < changing ? 1_000 + ((n * 37 + i) % 9_000) : 5_000 + i);
  const all = Array.from({ length: KEYS }, (_, i) => [`figure_${i}`, figure(i) / 10]);
  return { ...Object.fromEntries(all), mark: markOf(n) };
}
const markOf = (n: number) => `#${n}#`;

let number = 0;

/** What each reader got of one answer. The clock starts when the upstream has sent it. */
async function follow(stage: Stage, path: string, crowd: Crowd, changing: number, ask: () => Promise<unknown>) {
  number += 1;
  const { upstream } = stage;
  const everybody = crowd.everybodyHas(markOf(number));
  upstream.route(path, { do: "json", value: figures(number, changing) });
  const asked = upstream.asked(path, upstream.count(path) + 1).then(() => performance.now());
  const [start, { times, bytes }] = await Promise.all([asked, everybody, ask()]);
  return { times: times.map((at) => at - start), bytes: bytes / times.length };
}

/** The same answer three ways. The product asks by itself, each second; the bare object when it is told to, in between. */
async function oneSecond(stage: Stage, changing: number) {
  const pull = async (keep: number) => {
    await pause(120);
    const from = encodeURIComponent(`${stage.upstream.url}/bare`);
    await fetch(`${stage.bare.address}/pull?from=${from}&keep=${keep}`, { method: "POST" });
  };
  const { product, bare } = stage.readers;
  return {
    product: await follow(stage, "/product", product, changing, async () => {}),
    bare: await follow(stage, "/bare", bare, changing, () => pull(0)),
    bareKept: await follow(stage, "/bare", bare, changing, () => pull(1)),
  };
}

async function oneRound(stage: Stage, results: Results): Promise<void> {
  const sides = ["product", "bare", "bareKept"] as const;
  for (const side of sides) {
    results[side].each.push([]);
    results[side].last.push([]);
  }
  // The first one after readers came is not counted: it carries what they brought with them.
  await oneSecond(stage, CHANGING);
  for (let i = 0; i < REFRESHES_A_ROUND; i++) {
    const second = await oneSecond(stage, CHANGING);
    for (const side of sides) {
      const { times, bytes } = second[side];
      results[side].each.at(-1)?.push(...times);
      results[side].last.at(-1)?.push(Math.max(...times));
      results[side].bytes.push(bytes);
    }
  }
}

function report(byCrowd: ReadonlyMap<number, Results>, allChanging: Record<Side, { bytes: number }>): void {
  const rows = [...byCrowd].flatMap(([count, of]) =>
    (["product", "bare", "bareKept"] as const).map((side) => [
      `${count} × ${side}`,
      spread(of[side].each.flat()),
      quantile(of[side].each.flat(), 0.95).toFixed(1),
      spread(of[side].last.flat()),
      side === "product" ? "" : ratio(of.product.each, of[side].each),
      side === "product" ? "" : ratio(of.product.last, of[side].last),
      median(of[side].bytes).toFixed(0),
    ]),
  );
  table(["sockets", "each, ms", "p95", "the last, ms", "product ÷ it, each", "product ÷ it, last", "bytes"], rows);
  const [one, many] = [...byCrowd.values()];
  if (one && many) {
    const grows = (["product", "bare", "bareKept"] as const).map((side) => [
      side,
      ratio(many[side].last, one[side].last),
    ]);
    table(["to the last reader", `${CROWDS[1]} sockets ÷ ${CROWDS[0]}`], grows);
  }
  const share = (now: { product: number; bare: number }) => (now.product / now.bare).toFixed(2);
  const few = [...byCrowd.values()].at(-1);
  const usual = { product: median(few?.product.bytes ?? []), bare: median(few?.bare.bytes ?? []) };
  const whole = { product: allChanging.product.bytes, bare: allChanging.bare.bytes };
  table(
    ["keys changed of 41", "product, bytes", "bare, bytes", "ratio"],
    [
      [`${CHANGING + 1}`, `${usual.product}`, `${usual.bare}`, share(usual)],
      [`${KEYS + 1}`, `${whole.product}`, `${whole.bare}`, share(whole)],
    ],
  );
}

await withServers(async (undo) => {
  const upstream = await scriptedUpstream();
  undo(() => upstream.close());
  upstream.route("/metrics", { do: "answer", body: "machine_load1 0.5\n" });
  upstream.route("/product", { do: "json", value: figures(0, CHANGING) });
  const app = await ServedWorker.product(`${upstream.url}/metrics`);
  undo(() => app.remove());
  const bare = await ServedWorker.bare();
  undo(() => bare.remove());
  const members = await gatherMembers(app, Math.max(...CROWDS));
  const [owner] = members;
  const source = { name: "Figures", slug: "fig", kind: "http-json", url: `${upstream.url}/product`, interval: "1000" };
  await sendForm(app, "/w/harbour/sources/new", { ...source, intent: "save" }, owner?.cookie);

  const stage: Stage = { upstream, bare, readers: { product: new Crowd(), bare: new Crowd() } };
  const byCrowd = new Map(
    CROWDS.map((count) => [count, { product: noSamples(), bare: noSamples(), bareKept: noSamples() }]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [count, results] of byCrowd) {
      await stage.readers.product.resize(count, productReader(app, members, ["fig.*"]));
      await stage.readers.bare.resize(count, bareReader(bare));
      await oneRound(stage, results);
    }
    console.log(`round ${round + 1} of ${ROUNDS}`);
  }
  await oneSecond(stage, KEYS);
  const { product, bare: sent, bareKept } = await oneSecond(stage, KEYS);
  printMachine();
  report(byCrowd, { product, bare: sent, bareKept });
});
