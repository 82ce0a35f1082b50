import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { countPanelRepaints, repaints } from "./fixtures/panel-renders";
import { seriousFindings } from "./fixtures/serious-findings";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

/** The badge with what stands beside its word. */
const wholeBadge = (page: Page) => page.getByRole("group", { name: "Connection" });
const actionsOf = (one: Locator) => one.getByRole("button", { name: /^Actions for/ });

/** As the browser does when another tab comes before this one, and when this one is seen again. */
async function show(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

async function choose(page: Page, one: Locator, item: string): Promise<void> {
  await one.hover();
  await actionsOf(one).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a pause holds every value and age, counts what comes, and goes on in one update; a hidden tab does the same; nothing fires while one types", async ({
  context,
  page,
  noise,
  upstream,
}) => {
  noise.allowLostServer();
  noise.allow(/ERR_INTERNET_DISCONNECTED/);
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  await countPanelRepaints(page);
  await page.goto(BOARD);
  await untilLive(page);
  const processor = panel(page, "Processor");
  const sources = panel(page, "Sources");
  await expect(processor).toContainText("12.5");

  await test.step("paused: values and ages stand still while frames arrive, and what is new is counted", async () => {
    await page.keyboard.press("p");
    await expect(badge(page)).toHaveText("Paused");
    const ages = sources.getByRole("table");
    const before = await ages.innerText();
    upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 77 }));
    await expect(wholeBadge(page)).toContainText(/[1-9]\d* new/);
    await expect(processor).toContainText(/Paused, \d+ new/);
    await expect(processor).toContainText("12.5");
    expect(await ages.innerText(), "ages stand still").toBe(before);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(processor).toContainText("77");
    await expect(badge(page)).toHaveText("Live");
  });

  await test.step("a hidden tab renders no panel, and shows the newest when it is seen again", async () => {
    await show(page, "hidden");
    const before = await repaints(page);
    upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 55 }));
    await upstream.asked("/metrics", upstream.count("/metrics") + 2);
    expect((await repaints(page)).renders).toEqual(before.renders);
    await show(page, "visible");
    await expect(processor).toContainText("55");
  });

  await test.step("offline is said within 5 s, also of a board that is paused, and goes by itself", async () => {
    await page.keyboard.press("p");
    await context.setOffline(true);
    await expect(badge(page)).toHaveText("Offline", { timeout: 5_000 });
    await context.setOffline(false);
    await expect(badge(page)).toHaveText("Paused");
    await page.keyboard.press("p");
    await untilLive(page);
  });

  await test.step("what a person writes while the board is paused is seen; letters typed into a field are letters", async () => {
    await page.goto("/w/harbour/b/team");
    await untilLive(page);
    await page.keyboard.press("p");
    await expect(badge(page)).toHaveText("Paused");
    const field = page.getByRole("textbox", { name: /add/i }).first();
    await field.fill("Order cables, p?");
    await field.press("Enter");
    await expect(page.getByRole("listitem").filter({ hasText: "Order cables, p?" })).toBeVisible();
    await field.pressSequentially("p?vk");
    await expect(field).toHaveValue("p?vk");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(badge(page), "the p was a letter").toHaveText("Paused");
    await expect(page.getByRole("listitem").filter({ hasText: "Order cables, p?" })).toBeVisible();
  });

  await test.step("the list of shortcuts opens with ? and says what they do here", async () => {
    await page.locator("main").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list).toContainText("Pauses the board");
    await page.keyboard.press("p");
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
    await expect(badge(page), "the dialog has keys of its own").toHaveText("Paused");
  });
});

test("a panel is shown large and left by Escape or Back; its data is taken along; a phone reads the board in one column", async ({
  page,
  upstream,
}) => {
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  await page.goto(BOARD);
  await untilLive(page);
  const processor = panel(page, "Processor");
  await expect(processor).toContainText("12.5");

  await test.step("full screen is in the address, goes on living, and gives the focus back", async () => {
    await processor.hover();
    await page.keyboard.press("v");
    await expect(page).toHaveURL(/\?panel=cpu$/);
    await expect(page.locator("[data-panel]")).toHaveCount(1);
    upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 66 }));
    await expect(processor).toContainText("66");
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(new RegExp(`${BOARD}$`));
    await expect(actionsOf(processor)).toBeFocused();
    await choose(page, processor, "View full screen");
    await page.reload();
    await expect(page.locator("[data-panel]")).toHaveCount(1);
    await page.goBack();
    await expect(page.locator("[data-panel]")).not.toHaveCount(1);
  });

  await test.step("CSV and PNG are named by board, panel and range, and hold what is shown", async () => {
    const csv = page.waitForEvent("download");
    await choose(page, processor, "Download CSV");
    const rows = await csv;
    expect(rows.suggestedFilename()).toMatch(/^this-machine_processor_\d{8}T\d{4}Z_\d{8}T\d{4}Z\.csv$/);
    const text = readFileSync(await rows.path(), "utf8");
    expect(text).toMatch(/^time,panel,key,name,unit,value\r\n/);
    expect(text).toMatch(/Z,Processor,node\.cpu_usage_percent,Processor,%,66/);
    const png = page.waitForEvent("download");
    await choose(page, processor, "Download PNG");
    const picture = await png;
    expect(picture.suggestedFilename()).toBe("this-machine_processor.png");
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    await choose(page, processor, "Data as table");
    const table = page.getByRole("dialog", { name: "Processor: data" });
    await expect(table.getByRole("row").nth(1)).toContainText("66");
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Board actions" }).click();
    const whole = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Download CSV" }).click();
    expect((await whole).suggestedFilename()).toMatch(/^this-machine_\d{8}T\d{4}Z_\d{8}T\d{4}Z\.csv$/);
    expect(readFileSync(await (await whole).path(), "utf8")).toContain("Memory");
  });

  await test.step("at 375 px: one column in order, nothing sideways, thumbs hit, charts let touches scroll", async () => {
    await page.setViewportSize({ width: 375, height: 740 });
    const boxes = await page
      .locator("[data-panel]")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(new Set(boxes.map(({ left }) => Math.round(left))).size).toBe(1);
    expect(boxes.every(({ top }, i) => i === 0 || top >= (boxes[i - 1]?.bottom ?? 0))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    const target = await actionsOf(processor).boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
    const layer = panel(page, "Network").getByRole("slider");
    expect(await layer.evaluate((one) => getComputedStyle(one).touchAction)).toContain("pan-y");
    expect(await page.locator("[aria-live=assertive]").count(), "live values do not chatter").toBe(0);
  });
});

test("a wall has no chrome, keeps the screen awake, shows boards in turn, and comes back by itself after a restart with a new build", async ({
  page,
  noise,
  server,
  upstream,
}) => {
  // Two boards' turns, and two restarts of the server.
  test.setTimeout(120_000);
  noise.allowLostServer();
  // The router looks for the routes of links while the server is away.
  noise.allow(/Failed to fetch manifest patches/);
  const state = page.locator("[data-wall] header").getByRole("status");
  upstream.route("/metrics", machineAnswer());
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { wakeLocks: asked });
    const request = async (type: string) => {
      asked.push(type);
      return { release: async () => {} };
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  await signUp(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${BOARD}?kiosk=1&rotate=this-machine,team&every=5`);
  await expect(state).toHaveText("Live");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This machine");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html"), "a wall follows the system into the night").toHaveClass("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.keyboard.press("p");
  await expect(state).toHaveText("Paused");
  expect(await page.evaluate((): unknown => Reflect.get(globalThis, "wakeLocks"))).toContain("screen");
  expect(await smallestText(page)).toBeGreaterThanOrEqual(30);
  expect(await seriousFindings(page)).toEqual([]);
  const chart = page.locator("[data-kind=line]").first();
  const [inside, around] = [await chart.locator(".plot-picture").boundingBox(), await chart.boundingBox()];
  expect(inside?.width, "a chart is drawn as large as its panel").toBeLessThan(around?.width ?? 0);
  const lists = "**/assets/list-panel-*.js";
  await page.route(lists, (route) => route.abort("connectionrefused"));
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/b\/team\?kiosk=1&rotate=this-machine,team&every=5$/, { timeout: 30_000 });
  await page.keyboard.press("p");
  await page.evaluate(() => {
    document.body.dataset["untouched"] = "yes";
  });
  await test.step("a panel whose code could not be loaded is whole after a restart", async () => {
    const list = page.locator("[data-kind=list]").first();
    await expect(list).toContainText("Not loaded");
    await expect(page.locator("[data-kind=note]").first()).toHaveAttribute("data-state", "fresh");
    await server.kill();
    await expect(state).toHaveText("Reconnecting");
    await page.unroute(lists);
    await server.restart();
    await expect(list).toHaveAttribute("data-state", "fresh", { timeout: 20_000 });
    await expect(list.getByRole("list")).toBeVisible();
    expect(await untouched(page)).toBe("yes");
  });

  await server.kill();
  await expect(state).toHaveText("Reconnecting");
  await server.restartWithNewBuild();
  await expect.poll(() => untouched(page), { timeout: 20_000, message: "loaded by itself" }).toBe(undefined);
  await expect(page.locator("html"), "the page is of the new build").toHaveAttribute("data-build", "another");
  await expect(state).toHaveText("Live", { timeout: 20_000 });
  await expect(page.locator("[data-panel]").first()).toBeVisible();
});

/** Undefined once the page is another document, and while it is on its way. */
async function untouched(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.body.dataset["untouched"]).catch(() => "on its way");
}

/** The smallest letters on the screen, in pixels of it. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scale = new DOMMatrix(getComputedStyle(document.querySelector(".wall") ?? document.body).transform).a;
    const sizes = [...document.querySelectorAll("[data-wall] *")].flatMap((one) => {
      const hasText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const { width, height } = one.getBoundingClientRect();
      if (!hasText || one.closest(".sr-only") || width === 0 || height === 0) return [];
      return one instanceof HTMLElement ? [Number.parseFloat(getComputedStyle(one).fontSize) * scale] : [];
    });
    return Math.round(Math.min(...sizes));
  });
}
