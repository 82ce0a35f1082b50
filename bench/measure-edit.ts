import type { BrowserContext, Page } from "@playwright/test";
import { countLayoutShifts, layoutShifts } from "../e2e/fixtures/layout-shifts";
import { startExporter } from "../scripts/steps/exporter.mjs";
import { signUp } from "./setup/member";
import { printMachine, table } from "./setup/report";
import { ServedWorker } from "./setup/served-worker";
import { ratio, spread } from "./setup/spread";
import { timedGet } from "./setup/timed-get";
import { openBrowser, openContext } from "./setup/visit";
import { withServers } from "./setup/with-servers";

const ROUNDS = Number(process.argv[2] ?? 6);
const EDITS_A_ROUND = 10;
/** The panel that goes up and down, and by how many pixels: two rows. */
const PANEL = "loads";
const STEP = 80;

declare global {
  /** This measurement only: when what was last seen or done, in milliseconds since 1970. */
  var editMarks: { dropped: number; drawn: number; pressed: number; saved: number; seen: number };
}

type Mark = keyof typeof globalThis.editMarks;

/** Notes, in the page, when a panel is let go and drawn, when Save is pressed and done, and when the panel is elsewhere. */
async function instrument(page: Page): Promise<void> {
  await page.evaluate((id) => {
    const now = () => performance.timeOrigin + performance.now();
    const marks = { dropped: 0, drawn: 0, pressed: 0, saved: 0, seen: 0 };
    globalThis.editMarks = marks;
    addEventListener(
      "pointerup",
      () => {
        marks.dropped = now();
        requestAnimationFrame(() => setTimeout(() => (marks.drawn = now()), 0));
      },
      true,
    );
    addEventListener("keydown", ({ key }) => key === "s" && (marks.pressed = now()), true);
    const placeOf = () => document.querySelector<HTMLElement>(`[data-panel=${id}]`)?.style.getPropertyValue("--place");
    let place = placeOf();
    let words: string | null | undefined;
    new MutationObserver(() => {
      const next = placeOf();
      if (next !== place) marks.seen = now();
      place = next;
      const status = document.querySelector("[role=status][aria-label=Saving]")?.textContent;
      if (status !== words && status === "Saved") marks.saved = now();
      words = status;
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, PANEL);
}

/** The moment of a mark that is later than `after`. */
async function markOf(page: Page, mark: Mark, after: number): Promise<number> {
  const found = await page.waitForFunction(
    ([name, least]) => (globalThis.editMarks[name] > least ? globalThis.editMarks[name] : null),
    [mark, after] as const,
  );
  return (await found.jsonValue()) ?? Number.NaN;
}

async function drag(page: Page, by: number): Promise<void> {
  const box = await page.locator(`[data-frame=${PANEL}] [data-handle]`).boundingBox();
  if (!box) throw new Error("the panel has no handle");
  await page.mouse.move(box.x + 40, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 12 + by, { steps: 4 });
  await page.mouse.up();
}

async function placesOf(page: Page): Promise<Map<string, string>> {
  const places = await page
    .locator("[data-panel]")
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute("data-panel") ?? "", one.getAttribute("style") ?? ""] as const),
    );
  return new Map(places);
}

interface Edit {
  readonly drop: number;
  readonly save: number;
  readonly seen: number;
  /** What shifted on the viewer's screen: the browser's score, and the panels whose place is the same as before. */
  readonly shift: { readonly score: number; readonly others: readonly string[] };
}

async function edit(editor: Page, viewer: Page, by: number): Promise<Edit> {
  const start = Date.now();
  const before = await placesOf(viewer);
  await layoutShifts(viewer);
  await drag(editor, by);
  const drawn = await markOf(editor, "drawn", start);
  const dropped = await markOf(editor, "dropped", start);
  await editor.keyboard.press("ControlOrMeta+s");
  const saved = await markOf(editor, "saved", start);
  const pressed = await markOf(editor, "pressed", start);
  const seen = (await markOf(viewer, "seen", start)) - pressed;
  // The browser reports a shift after the frame in which it was.
  await viewer.waitForFunction(() => globalThis.layoutShifts.panels.length > 0);
  const { score, panels } = await layoutShifts(viewer);
  const after = await placesOf(viewer);
  const shift = { score, others: panels.filter((id) => before.get(id) === after.get(id)) };
  return { drop: drawn - dropped, save: saved - pressed, seen, shift };
}

interface Round {
  readonly edits: Edit[];
  readonly bare: number[];
}

async function inRounds(editor: Page, viewer: Page, bare: string): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const measured: Round = { edits: [], bare: [] };
    for (let i = 0; i < EDITS_A_ROUND; i++) {
      measured.edits.push(await edit(editor, viewer, i % 2 === 0 ? STEP : -STEP));
      measured.bare.push((await timedGet(bare)).last);
    }
    // The first one warms up and is forgotten.
    if (round >= 0) rounds.push(measured);
  }
  return rounds;
}

async function readyPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await countLayoutShifts(page);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("live").length > 0);
  await instrument(page);
  return page;
}

await withServers(async (undo) => {
  const app = await ServedWorker.product(await startExporter());
  undo(() => app.remove());
  const bare = await ServedWorker.bare();
  undo(() => bare.remove());
  const { cookie } = await signUp(app, "ada@example.org");
  const browser = await openBrowser();
  undo(() => browser.close());
  const board = `${app.origin}/w/harbour/b/this-machine`;
  const open = async (address: string) => readyPage(await openContext(browser, app.origin, cookie), address);
  const [editor, viewer] = [await open(`${board}?edit=1`), await open(board)];
  await editor.locator("[data-handle]").first().waitFor();
  const rounds = await inRounds(editor, viewer, `${bare.address}/`);
  printMachine();
  const bareTimes = rounds.map((one) => one.bare);
  const row = (words: string, times: number[][]) => [words, spread(times.flat()), ratio(times, bareTimes)];
  table(
    ["milliseconds", "median", "÷ a bare request"],
    [
      row(
        "a panel is let go → it is drawn at its place",
        rounds.map(({ edits }) => edits.map((one) => one.drop)),
      ),
      row(
        "Save is pressed → “Saved”",
        rounds.map(({ edits }) => edits.map((one) => one.save)),
      ),
      row(
        "Save is pressed → it is on another viewer's screen",
        rounds.map(({ edits }) => edits.map((one) => one.seen)),
      ),
      row("a bare request", bareTimes),
    ],
  );
  const shifts = rounds.flatMap(({ edits }) => edits.map(({ shift }) => shift));
  const others = new Set(shifts.flatMap((shift) => shift.others));
  const worst = Math.max(...shifts.map(({ score }) => score));
  console.log(`\nLayout shift of an edit on the viewer's screen, at most: ${worst.toFixed(4)}`);
  console.log(`Panels that shifted though nobody moved them: ${others.size === 0 ? "none" : [...others].join(", ")}`);
});
