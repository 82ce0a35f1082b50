import type { Browser } from "@playwright/test";
import { type Stage, setStage } from "./browser/stage";
import { type Cost, type Side, Watched } from "./browser/watched";
import { printMachine, table } from "./setup/report";
import { median, ratio, spread } from "./setup/spread";
import { openBrowser } from "./setup/visit";
import { withServers } from "./setup/with-servers";

const ROUNDS = Number(process.argv[2] ?? 5);
/** Minutes that the product's board stays open for its heap, after the first one; 0 leaves it out. */
const MINUTES = Number(process.argv[3] ?? 29);
const SECONDS = 10;
const SIDES: readonly Side[] = ["product", "plain"];
/** Pixels of the screen's height: a notebook's, and one on which all fifty panels are in sight. */
const SCREENS = { "1440 × 900": 900, "all in sight": 3_200 };
const FIGURES = ["task", "script", "layout", "longest", "arrived", "frames"] as const satisfies (keyof Cost)[];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function oneCost(browser: Browser, stage: Stage, side: Side, height: number): Promise<Cost> {
  const watched = await Watched.open(browser, stage, side, height);
  await pause(5_000);
  const cost = await watched.cost(SECONDS);
  await watched.close();
  return cost;
}

function report(screen: string, costs: Record<Side, Cost[]>): void {
  const of = (side: Side, figure: keyof Cost) => costs[side].map((cost) => cost[figure]);
  const rows = FIGURES.map((figure) => [
    figure,
    ...SIDES.map((side) => spread(of(side, figure))),
    ratio(
      of("product", figure).map((one) => [one]),
      of("plain", figure).map((one) => [one]),
    ),
  ]);
  table([screen, "product", "plain", "product ÷ plain"], rows);
  console.log(
    `plain ÷ product, of task: ${(median(of("plain", "task")) / median(of("product", "task"))).toFixed(1)}\n`,
  );
}

async function measureCosts(browser: Browser, stage: Stage): Promise<void> {
  for (const [screen, height] of Object.entries(SCREENS)) {
    const costs: Record<Side, Cost[]> = { product: [], plain: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const side of SIDES) costs[side].push(await oneCost(browser, stage, side, height));
      console.log(`${screen}: round ${round + 1} of ${ROUNDS}`);
    }
    report(screen, costs);
  }
}

async function measureHeap(browser: Browser, stage: Stage): Promise<void> {
  const watched = await Watched.open(browser, stage, "product", 900);
  await pause(60_000);
  const [first, pushed] = [await watched.heap(), stage.feed.changes];
  const rows = [["1", "", (first / 1e6).toFixed(2), ""]];
  for (const part of [1 / 3, 2 / 3, 1]) {
    await pause((MINUTES * 60_000) / 3);
    const heap = await watched.heap();
    const changes = `${stage.feed.changes - pushed}`;
    rows.push([`${(1 + MINUTES * part).toFixed(0)}`, changes, (heap / 1e6).toFixed(2), (heap / first).toFixed(3)]);
  }
  table(["minutes", "changes since", "heap, MB", "÷ the first"], rows);
  await watched.close();
}

await withServers(async (undo) => {
  const stage = await setStage(undo);
  const browser = await openBrowser();
  undo(() => browser.close());
  printMachine();
  if (ROUNDS > 0) await measureCosts(browser, stage);
  if (MINUTES > 0) await measureHeap(browser, stage);
});
