import type { Page } from "@playwright/test";
import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { invite, join } from "./fixtures/invited";
import { countingAnswers, machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";
import { type RecordedSocket, recordSockets } from "./fixtures/wire";

test.use({ machine: "scripted" });

interface Tab {
  readonly page: Page;
  readonly sockets: RecordedSocket[];
}

async function openTab(page: Page): Promise<Tab> {
  // Nothing is told of the end of a socket whose page has gone.
  await page.goto("about:blank");
  const sockets = recordSockets(page);
  await page.goto(BOARD);
  await untilLive(page);
  return { page, sockets };
}

const open = ({ sockets }: Tab) => sockets.filter(({ closedAt }) => closedAt === null);
const load = async ({ page }: Tab) => Number.parseFloat(await panel(page, "Load").locator("b").first().innerText());
const way = ({ page }: Tab) => page.getByRole("tooltip", { includeHidden: true }).first();

/** Each tab shows a newer value than `after`. */
async function moves(tabs: readonly Tab[], after: number): Promise<void> {
  for (const tab of tabs) await expect.poll(() => load(tab), { intervals: [100] }).toBeGreaterThan(after);
}

test("three tabs of a person share one socket and hand it over; another person has their own", async ({
  browser,
  context,
  page,
  server,
  upstream,
}) => {
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  const link = await invite(page, "grace@example.org");
  upstream.route("/metrics", countingAnswers(["load1"]));

  const first = await openTab(page);
  const others = [await openTab(await context.newPage()), await openTab(await context.newPage())];
  expect([first, ...others].map((tab) => tab.sockets.length)).toEqual([1, 0, 0]);
  await expect(way(first)).toContainText("TransportWebSocketLast");
  for (const tab of others) await expect(way(tab)).toContainText("WebSocket, by another tab");
  await moves([first, ...others], Math.max(...(await Promise.all([first, ...others].map(load)))));

  const grace = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await join(grace, link, "Grace");
  const hers = await openTab(grace);
  expect(open(hers)).toHaveLength(1);
  await grace.context().close();

  const before = await load(first);
  await page.close();
  await expect.poll(() => others.flatMap(open).length).toBe(1);
  const [socket] = others.flatMap(open);
  await expect.poll(() => socket?.frames("snapshot").length).toBe(2);
  expect(socket?.frames("snapshot"), "each tab goes on where it stood").toMatchObject([
    { full: false },
    { full: false },
  ]);
  await moves(others, before + 2);
  expect(others.flatMap(({ sockets }) => sockets)).toHaveLength(1);
  expect(socket?.sent.filter(({ type }) => type === "resync")).toEqual([]);
});
