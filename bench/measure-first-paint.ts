import type { Browser } from "@playwright/test";
import { startExporter } from "../scripts/steps/exporter.mjs";
import { openLive } from "./setup/live-socket";
import { type Member, signUp } from "./setup/member";
import { fillThePast } from "./setup/recorded-past";
import { printMachine, table } from "./setup/report";
import { ServedWorker } from "./setup/served-worker";
import { htmlParts, type Sizes, sizesOf, sum } from "./setup/sizes";
import { ratio, spread } from "./setup/spread";
import { timedGet } from "./setup/timed-get";
import { loadedBy, openBrowser, openContext, type Visit, visit } from "./setup/visit";
import { withServers } from "./setup/with-servers";

const ROUNDS = Number(process.argv[2] ?? 6);
const GETS_A_ROUND = 25;
const VISITS_A_ROUND = 4;
/** Long enough for a whole minute of points to be flushed (every 15 s while somebody watches). */
const WATCHED_FIRST = 140_000;

interface Pair<T> {
  readonly product: T;
  readonly bare: T;
}
/** Milliseconds of each measure, by round. */
type Times = Map<string, Pair<number[][]>>;

interface Stage {
  readonly app: ServedWorker;
  readonly bare: ServedWorker;
  readonly member: Member;
  readonly browser: Browser;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody watches throughout, as on a wall: the sources are read at their own pace. */
const watch = (app: ServedWorker, member: Member) => openLive(app, member, ["node.*", "$sources.*"], () => {});

function note(times: Times, measure: string, side: keyof Pair<unknown>, round: number, ms: number): void {
  const pair = times.get(measure) ?? { product: [], bare: [] };
  times.set(measure, pair);
  pair[side][round] ??= [];
  pair[side][round].push(ms);
}

async function getInTurns({ app, bare, member }: Stage, times: Times, round: number): Promise<void> {
  for (let i = 0; i < GETS_A_ROUND; i++) {
    const answers = {
      product: await timedGet(app.address + member.path, member.cookie),
      bare: await timedGet(`${bare.address}/`),
    };
    for (const side of ["product", "bare"] as const) {
      note(times, "HTML, first byte", side, round, answers[side].first);
      note(times, "HTML, last byte", side, round, answers[side].last);
    }
  }
}

function noteVisit(
  times: Times,
  which: string,
  side: keyof Pair<unknown>,
  round: number,
  { painted, live }: Visit,
): void {
  note(times, `${which}, first paint`, side, round, painted);
  note(times, `${which}, live`, side, round, live);
}

/** A first visit has nothing in the browser's cache; the next one in the same context has the code. */
async function visitInTurns({ app, bare, member, browser }: Stage, times: Times, round: number): Promise<void> {
  const sides = {
    product: { origin: app.origin, path: member.path, cookie: member.cookie },
    bare: { origin: bare.origin, path: "/", cookie: "" },
  };
  for (let i = 0; i < VISITS_A_ROUND; i++) {
    for (const side of ["product", "bare"] as const) {
      const { origin, path, cookie } = sides[side];
      const context = await openContext(browser, origin, cookie);
      const page = await context.newPage();
      noteVisit(times, "first visit", side, round, await visit(page, origin + path));
      noteVisit(times, "next visit", side, round, await visit(page, origin + path));
      await context.close();
    }
  }
}

async function bytes({ app, bare, member, browser }: Stage): Promise<Map<string, Sizes>> {
  const board = (await timedGet(app.address + member.path, member.cookie)).body;
  const { markup, data } = htmlParts(board.toString());
  const context = await openContext(browser, app.origin, member.cookie);
  const loaded = await loadedBy(await context.newPage(), app.origin + member.path);
  await context.close();
  const ofKind = (wanted: string): [string, Sizes] => {
    const files = loaded.filter(({ kind }) => kind === wanted);
    return [`${wanted}, ${files.length} files`, sum(files.map(({ sizes }) => sizes))];
  };
  return new Map([
    ["the bare page", sizesOf((await timedGet(`${bare.address}/`)).body)],
    ["the board's HTML", sizesOf(board)],
    ["of it: drawn", sizesOf(Buffer.from(markup))],
    ["of it: data and inline scripts", sizesOf(Buffer.from(data))],
    ...["script", "stylesheet", "font"].map(ofKind),
  ]);
}

function report(times: Times, sizes: ReadonlyMap<string, Sizes>): void {
  const rows = [...times].map(([measure, { product, bare }]) => [
    measure,
    spread(product.flat()),
    spread(bare.flat()),
    ratio(product, bare),
  ]);
  table(["milliseconds", "product", "bare", "product ÷ bare"], rows);
  const parts = [...sizes].map(([part, { plain, gzip, brotli }]) => [part, `${plain}`, `${gzip}`, `${brotli}`]);
  table(["bytes", "as they are", "gzip", "brotli"], parts);
}

await withServers(async (undo) => {
  const app = await ServedWorker.product(await startExporter());
  undo(() => app.remove());
  const bare = await ServedWorker.bare();
  undo(() => bare.remove());
  const member = await signUp(app, "ada@example.org");
  console.log(`watching ${member.path} for ${WATCHED_FIRST / 1000} s, for its recorded past`);
  const first = await watch(app, member);
  await pause(WATCHED_FIRST);
  first.close();
  await fillThePast(app);
  const watcher = await watch(app, member);
  undo(() => watcher.close());
  const browser = await openBrowser();
  undo(() => browser.close());
  await pause(5_000);

  const stage: Stage = { app, bare, member, browser };
  const times: Times = new Map();
  // The first ones warm up both servers and are forgotten.
  await getInTurns(stage, new Map(), 0);
  await visitInTurns(stage, new Map(), 0);
  for (let round = 0; round < ROUNDS; round++) {
    await getInTurns(stage, times, round);
    await visitInTurns(stage, times, round);
    console.log(`round ${round + 1} of ${ROUNDS}`);
  }
  printMachine();
  report(times, await bytes(stage));
});
