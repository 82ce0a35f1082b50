import type { Page } from "@playwright/test";
import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { lineCorners } from "./fixtures/chart";
import { countingAnswers } from "./fixtures/machine-figures";
import { recordPast, SPIKE, wave } from "./fixtures/past-points";
import { recordedPoints } from "./fixtures/recorded";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEY = "node.load1";

test("a board shows any stretch of time: the past runs into now, all charts zoom together, and what is over stands still", async ({
  page,
  noise,
  server,
  upstream,
}) => {
  test.setTimeout(120_000);
  noise.allowLostServer();
  upstream.route("/metrics", countingAnswers(["load1"]));
  await signUp(page);
  await untilLive(page);
  const recorded = async () => (await recordedPoints(page.request, [KEY], 0))[0]?.length;
  // It is flushed at most every 15 s.
  await expect.poll(recorded, { timeout: 30_000 }).toBeGreaterThan(0);
  const now = Date.now();
  await page.goto("about:blank");
  await server.whileDown((state) => {
    const older = wave(now - 8 * 24 * HOUR, now - 2 * HOUR, 5, now - 3 * 24 * HOUR);
    recordPast(
      state,
      [KEY, "node.network_receive_bytes_per_second"],
      [...older, ...wave(now - 2 * HOUR, now - MINUTE, 1)],
    );
  });
  await page.goto(BOARD);
  await untilLive(page);

  await test.step("a preset stands in the address, brings the recorded past, and a reload restores it", async () => {
    await range(page).click();
    await page.getByRole("button", { name: "Last 1 hour" }).click();
    await expect(page).toHaveURL(/\?from=now-1h&to=now$/);
    await expect(range(page)).toContainText("Last 1 hour");
    await expect.poll(() => corners(page)).toBeGreaterThan(55);
    const html = (await (await page.reload())?.text()) ?? "";
    expect(html, "the range in the document").toContain("Last 1 hour");
    const drawn = [...html.matchAll(/ d="(M[^"]+)"/g)].map(([, d = ""]) => d.split("L").length);
    expect(Math.max(...drawn), "corners of the line in the document").toBeGreaterThan(55);
    await untilLive(page);
  });

  await test.step("the line of an hour runs into the live tail: no hole, no point twice, new ones at its end", async () => {
    const before = await corners(page);
    await upstream.asked("/metrics", upstream.count("/metrics") + 2);
    await expect.poll(() => corners(page)).toBeGreaterThan(before);
    const line = await lineCorners(panel(page, "Load"));
    const steps = line.slice(1).map(([x], i) => x - (line[i]?.[0] ?? x));
    expect(Math.min(...steps), "pixels between two points").toBeGreaterThanOrEqual(0);
    const width = (line.at(-1)?.[0] ?? 0) - (line[0]?.[0] ?? 0);
    // A point a minute is recorded, and the server was away for some seconds.
    expect(Math.max(...steps) / width, "the longest way between two points").toBeLessThan(3 / 60);
  });

  await test.step("a stretch that is drawn on one chart zooms all, and Escape or Zoom out goes back", async () => {
    await drawStretch(page, "Load", 0.25, 0.75);
    await expect(page).toHaveURL(/from=2\d{3}-/);
    const length = async () => {
      const [from, to] = await ends(page, "Load");
      return Math.round((to - from) / MINUTE);
    };
    await expect.poll(length, "minutes that are shown").toBe(30);
    await expect.poll(() => ends(page, "Network"), "the other charts").toEqual(await ends(page, "Load"));
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\?from=now-1h&to=now$/);
    await slider(page, "Network").focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("Shift+ArrowLeft");
    await expect(page.locator("[data-selection]").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page, "what is drawn up to the end of a live chart is live").toHaveURL(/\?from=now-6m&to=now$/);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect(page).toHaveURL(/\?from=now-1h&to=now$/);
    await untilLive(page);
  });

  await test.step("the crosshair stands at the same time in every chart", async () => {
    const box = await slider(page, "Load").boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 3, (box?.y ?? 0) + 40);
    const at = await slider(page, "Load").getAttribute("aria-valuenow");
    expect(await slider(page, "Network").getAttribute("aria-valuenow")).toBe(at);
    await page.mouse.move(0, 0);
  });

  await test.step("a past range is Historical and stands still while values arrive; Back to live returns", async () => {
    await page.getByRole("button", { name: "The stretch before" }).click();
    await expect(badge(page)).toHaveText("Historical");
    const stat = panel(page, "Load, 1 min");
    await expect(stat).toHaveAttribute("data-state", "historical");
    await expect(stat.locator("p b, p span").first()).not.toHaveText("-");
    await expect(panel(page, "Sources")).toContainText("No history");
    await expect.poll(() => corners(page)).toBeGreaterThan(50);
    const shown = [await stat.innerText(), await linePath(page)];
    await upstream.asked("/metrics", upstream.count("/metrics") + 3);
    expect([await stat.innerText(), await linePath(page)]).toEqual(shown);
    await page.getByRole("button", { name: "Back to live" }).click();
    await untilLive(page);
    await expect(stat).not.toHaveText(shown[0] ?? "");
  });

  await test.step("a week is told by its minutes and hours and keeps a spike of one point; it is compared with the week before", async () => {
    await page.goto(`${BOARD}?from=now-7d`);
    await untilLive(page);
    await expect(panel(page, "Load").getByRole("row", { name: /1 min/ })).toContainText(String(SPIKE));
    await range(page).click();
    await page.getByLabel("Compare with the period before").check();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/compare=1/);
    await expect(panel(page, "Load").locator("path.before-line").first()).toBeAttached();
    await expect(panel(page, "Load").getByRole("listitem").filter({ hasText: "1 min, before" })).toBeVisible();
  });

  await test.step("another zone changes the axis and not the data, on this page and the next", async () => {
    await page.goto(`${BOARD}?from=${now - 2 * HOUR}&to=${now - HOUR}`);
    await expect(range(page)).toContainText("UTC+1");
    const before = [await axis(page), await linePath(page)];
    await range(page).click();
    await page.getByRole("radio", { name: "UTC", exact: true }).check();
    await page.keyboard.press("Escape");
    await expect(range(page)).toContainText(/UTC$/);
    const after = [await axis(page), await linePath(page)];
    expect(after[0]).not.toEqual(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(await (await page.reload())?.text(), "from the server on").not.toContain("UTC+1");
  });

  await test.step("on a phone the range and the way back to live have a row, and the page no sideways scroll", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await range(page).click();
    await expect(page.getByRole("button", { name: "Show these times" })).toBeInViewport();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Back to live" }).click();
    await untilLive(page);
    await expect(page).toHaveURL(/this-machine$/);
  });
});

function range(page: Page) {
  return page.getByRole("group", { name: "Time range" }).getByRole("button", { name: /UTC/ });
}

function slider(page: Page, title: string) {
  return panel(page, title).getByRole("slider");
}

/** As it is drawn when the browser knows the plot's size: until then the server's picture is stretched to it. */
async function linePath(page: Page): Promise<string | null> {
  const plot = panel(page, "Load").locator(".plot-picture");
  await expect(plot).not.toHaveAttribute("viewBox", "0 0 1000 1000");
  return plot.locator("path.plot-line").first().getAttribute("d");
}

/** How many corners the first line of the chart "Load" has. */
async function corners(page: Page): Promise<number> {
  return ((await linePath(page)) ?? "").split("L").length;
}

/** The ends of the time axis, in milliseconds since 1970. */
async function ends(page: Page, title: string): Promise<[number, number]> {
  const all = await Promise.all(
    ["aria-valuemin", "aria-valuemax"].map((name) => slider(page, title).getAttribute(name)),
  );
  return [Number(all[0]), Number(all[1])];
}

async function axis(page: Page): Promise<string> {
  return (await panel(page, "Load").locator(".plot").first().innerText()).match(/\d\d:\d\d/g)?.join() ?? "";
}

/** Draws with the mouse from one share of a chart's width to another. */
async function drawStretch(page: Page, title: string, from: number, to: number): Promise<void> {
  const box = await slider(page, title).boundingBox();
  if (!box) throw new Error(`${title} is not to be seen.`);
  await page.mouse.move(box.x + from * box.width, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
}
