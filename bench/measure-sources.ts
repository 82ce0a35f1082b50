import { Runtime } from "./live/setup/runtime";
import { product, type Served } from "./live/setup/side";
import { printMachine, table } from "./setup/report";
import { quantile } from "./setup/spread";
import { TimedUpstream } from "./setup/timed-upstream";
import { withServers } from "./setup/with-servers";

const INTERVAL = 1_000;
const GOOD = 30;
const crowd = [...names("good", GOOD), ...names("hang", 10), ...names("fail", 10)];
/** Until those that hang are known for it, and the runtime has what it begins with (milliseconds). */
const WARM_UP = 30_000;

const minutes = Number(process.argv[2] ?? 10);
if (!(minutes > 0)) throw new Error("How many minutes the fifty are asked for, such as 10; the others get a fifth.");

interface Run {
  /** Of those that answer: how far from one interval after the one before, in milliseconds. */
  readonly drift: readonly number[];
  /** Of the refreshes that the interval asks for. */
  readonly kept: number;
  /** Milliseconds of processor time for each answer. */
  readonly processor: number;
  /** Bytes that the runtime gained with each answer. */
  readonly gained: number;
}

await withServers(async (undo) => {
  const alone = await run(sourcesSide, names("good", 1), minutes / 5, undo);
  const bare = await run(fetchingSide, names("good", GOOD), minutes / 5, undo);
  const fifty = await run(sourcesSide, crowd, minutes, undo);
  printMachine();
  const row = (name: string, of: (run: Run) => number, to: Run, unit: string, digits = 1) => {
    const [ours, other] = [of(fifty), of(to)];
    return [name, `${ours.toFixed(digits)} ${unit}`, `${other.toFixed(digits)} ${unit}`, (ours / other).toFixed(2)];
  };
  table(
    ["fifty sources, of which 10 hang and 10 fail", "fifty", "one alone", "ratio"],
    [
      row("drift of a refresh, median", ({ drift }) => quantile(drift, 0.5), alone, "ms"),
      row("drift of a refresh, p99", ({ drift }) => quantile(drift, 0.99), alone, "ms"),
      row("refreshes of those wanted", ({ kept }) => kept * 100, alone, "%", 2),
      row("processor time an answer", ({ processor }) => processor, alone, "ms", 2),
    ],
  );
  table(
    ["the same, against an object that only fetches 30 addresses a second", "fifty", "fetching", "ratio"],
    [
      row("drift of a refresh, p99", ({ drift }) => quantile(drift, 0.99), bare, "ms"),
      row("processor time an answer", ({ processor }) => processor, bare, "ms", 2),
      row("memory that an answer leaves behind", ({ gained }) => gained / 1e3, bare, "kB"),
    ],
  );
});

function names(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${kind}${i}`);
}

type MakeSide = (slugs: readonly string[], url: string) => Served;

async function run(
  make: MakeSide,
  slugs: readonly string[],
  minutes: number,
  undo: (end: () => unknown) => void,
): Promise<Run> {
  const upstream = await TimedUpstream.start();
  undo(() => upstream.stop());
  const runtime = await Runtime.start(make(slugs, upstream.url));
  undo(() => runtime.stop());
  await contact(runtime.port);
  await wait(WARM_UP);
  upstream.asked.clear();
  const { processorTime, memory } = runtime.process;
  await wait(minutes * 60_000);
  const good = slugs.filter((slug) => slug.startsWith("good")).map((slug) => upstream.asked.get(`/${slug}`) ?? []);
  const all = good.reduce((sum, times) => sum + times.length, 0);
  const { process } = runtime;
  const measured = {
    drift: good.flatMap((times) => times.slice(1).map((at, i) => Math.abs(at - (times[i] ?? 0) - INTERVAL))),
    kept: all / (good.length * minutes * (60_000 / INTERVAL)),
    processor: (process.processorTime - processorTime) / all,
    gained: (process.memory - memory) / all,
  };
  await runtime.stop();
  return measured;
}

/** The first contact makes the object begin. Nobody reads along: it is the sources that are measured. */
async function contact(port: number): Promise<void> {
  const over = new AbortController();
  await fetch(`http://127.0.0.1:${port}/events?keys=none.*`, { signal: over.signal });
  over.abort();
}

function sourcesSide(slugs: readonly string[], url: string): Served {
  // With a port: a source may not read its own server, and all of a machine's addresses count as one host.
  const vars = { ...product.vars, BASE_URL: "http://127.0.0.1:9", ALLOW_PRIVATE_EGRESS: "true" };
  return { ...product, vars, rows: slugs.map((slug) => rowOf(slug, url)) };
}

function fetchingSide(slugs: readonly string[], url: string): Served {
  const vars = { ADDRESSES: slugs.map((slug) => `${url}/${slug}`).join(" ") };
  return { name: "fetching", className: "Fetching", database: false, vars };
}

function rowOf(slug: string, url: string): string {
  return `INSERT INTO source
    (id, workspace_id, slug, name, kind, settings, interval_ms, enabled, plan, created_at, updated_at)
    VALUES ('${slug}', 'w-bench', '${slug}', '${slug}', 'http-json', '{"url":"${url}/${slug}"}', ${INTERVAL}, 1,
      '{"mode":"always"}', 0, 0)`;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
