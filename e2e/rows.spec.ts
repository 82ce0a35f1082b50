import type { Locator, Page } from "@playwright/test";
import { panel, untilLive } from "./fixtures/board-page";
import { invite, join } from "./fixtures/invited";
import { machineAnswer } from "./fixtures/machine-figures";
import { PageNoise } from "./fixtures/page-noise";
import { seriousFindings } from "./fixtures/serious-findings";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer()));

const MANY = 10_000;
const rows = Array.from({ length: MANY }, (_, i) => ({ id: i, eur: (i * 7919) % MANY }));
const board = {
  schema: 1,
  title: "Shop",
  panels: [
    { id: "t", type: "table", title: "Orders", place: { x: 0, y: 0, w: 6, h: 10 }, keys: ["shop.orders"] },
    { id: "e", type: "events", title: "Log", place: { x: 6, y: 0, w: 6, h: 10 }, key: "shop.log" },
    {
      id: "l",
      type: "line",
      title: "Load",
      place: { x: 0, y: 10, w: 12, h: 8 },
      series: [{ key: "node.load1" }],
      events: "shop.log",
    },
    { id: "d", type: "list", title: "To do", place: { x: 0, y: 18, w: 9, h: 8 }, key: "team.todo" },
    {
      id: "q",
      type: "stat",
      title: "Queue",
      place: { x: 9, y: 18, w: 3, h: 3 },
      key: "shop.queue",
      thresholds: [{ above: 100, level: "critical" }],
    },
  ],
};

/** A source that programs push to, and a key for it: what it pushes. */
async function shop(page: Page, url: string) {
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "Pushed by programs" }).check({ force: true });
  await page.getByLabel("Name", { exact: true }).fill("Shop");
  await page.getByRole("button", { name: "Save source" }).click();
  await page.getByRole("link", { name: "Make an API key and see how to push" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Till 1");
  await page.getByRole("button", { name: "Make key" }).click();
  const key = await page.getByRole("textbox", { name: "The key Till 1" }).inputValue();
  const send = async (path: string, body: unknown) => {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const answer = await fetch(`${url}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect([answer.status, path]).toEqual([200, path]);
  };
  return {
    orders: (value: readonly object[]) => send("values", { values: { "shop.orders": value } }),
    queue: (value: number) => send("values", { values: { "shop.queue": value } }),
    log: (events: readonly object[]) => send(`events/shop.log?keep=${MANY}`, events),
  };
}

async function importBoard(page: Page): Promise<void> {
  await page.goto("/w/harbour/import");
  await page.getByRole("textbox").fill(JSON.stringify(board));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/b\/shop/);
  await untilLive(page);
}

const event = (i: number) => ({ text: `Order ${i} was paid`, status: i % 500 === 0 ? 502 : 200 });
const scrollTo = (box: Locator, top: number) => box.evaluate((element, to) => element.scrollTo(0, to), top);

test("ten thousand rows and events: sorted, searched, followed and copied; a note on a chart and an alert are at the other's at once", async ({
  browser,
  context,
  page,
  server,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await signUp(page);
  const push = await shop(page, server.url);
  await push.orders(rows);
  for (let i = 0; i < MANY; i += 1_000) await push.log(rows.slice(i, i + 1_000).map(({ id }) => event(id)));
  await importBoard(page);
  const table = panel(page, "Orders").getByRole("grid", { name: "Orders" });
  const log = panel(page, "Log").getByRole("log", { name: "Log" });
  const firstRow = table.locator("tbody tr[data-index='0']");

  await test.step("a table of 10,000 rows has fewer than 100 of them in the page, and its header stays", async () => {
    await expect(table).toHaveAttribute("aria-rowcount", String(MANY + 1));
    await expect(firstRow).toContainText("0");
    const box = table.locator("xpath=..");
    await scrollTo(box, 150_000);
    await expect(table.locator("tbody tr[data-index='5000']")).toBeVisible();
    expect(await table.getByRole("row").count()).toBeLessThan(100);
    await expect(table.getByRole("columnheader", { name: "eur" })).toBeInViewport();
    await scrollTo(box, 0);
  });

  await test.step("a column sorts by pressing its head, and says so; a live update keeps the order", async () => {
    const head = table.getByRole("columnheader", { name: "eur" });
    await head.getByRole("button").click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expect(firstRow).toContainText("9,999");
    await push.orders([...rows, { id: MANY, eur: 50_000 }]);
    await expect(firstRow).toContainText("50,000");
    await head.getByRole("button").press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await expect(firstRow.getByRole("gridcell")).toHaveText("0");
  });

  await test.step("the search narrows rows, and says what was searched where none has it", async () => {
    const field = panel(page, "Orders").getByLabel("Search rows of Orders");
    await field.fill("9999");
    await expect(table).toHaveAttribute("aria-rowcount", "3");
    await field.fill("nothing");
    await expect(panel(page, "Orders")).toContainText("10001 rows were searched in id, eur.");
    await field.press("Escape");
  });

  await test.step("a cell is walked to and copied, by keyboard", async () => {
    await table.focus();
    await table.press("ArrowDown");
    await table.press("ArrowRight");
    await table.press("ControlOrMeta+c");
    expect(await copied()).toBe("0");
    await panel(page, "Orders").getByRole("button", { name: "Row" }).click();
    expect(await copied()).toBe("0\t0");
  });

  await test.step("a column's width is set by keyboard, and kept", async () => {
    const edge = table.getByRole("separator", { name: "Width of eur" });
    const widthOf = () => table.getByRole("columnheader", { name: "eur" }).evaluate((cell) => cell.clientWidth);
    await edge.press("ArrowRight");
    const width = await widthOf();
    await page.reload();
    await untilLive(page);
    await expect.poll(widthOf).toBe(width);
    await expect(edge).toHaveAttribute("aria-valuenow", String(width));
  });

  await test.step("a tail of 10,000 follows its end; who scrolls up stays, and is told how many came", async () => {
    await expect(log).toContainText("Order 9999 was paid");
    expect(await log.getByRole("listitem").count()).toBeLessThan(100);
    await push.log([event(10_000)]);
    await expect(log).toContainText("Order 10000 was paid");
    await log.hover();
    await page.mouse.wheel(0, -2_000);
    const jump = panel(page, "Log").getByRole("button", { name: /^Jump to latest/ });
    await expect(jump).toBeVisible();
    await push.log([event(10_001), event(10_002)]);
    await expect(jump).toHaveText("Jump to latest(2)");
    await expect(log).not.toContainText("Order 10002 was paid");
    await jump.click();
    await expect(log).toContainText("Order 10002 was paid");
    await expect(jump).toHaveCount(0);
  });

  await test.step("the tail's search marks what it finds; name=value filters; a line is copied and opened by keyboard", async () => {
    await log.focus();
    await page.keyboard.press("/");
    await page.keyboard.type("status=502 order 95");
    await expect(panel(page, "Log")).toContainText("1 of 10000 events");
    await expect(log.locator("mark").first()).toHaveText(/order/i);
    await log.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("c");
    await expect(panel(page, "Log")).toContainText("Line copied");
    expect(await copied()).toMatch(/^\d{4}-.*Z Order 9500 was paid status=502$/);
    await page.keyboard.press("Enter");
    await expect(log).toContainText('"status": 502');
    await panel(page, "Log").getByLabel("Search events of Log").press("Escape");
  });

  await test.step("a row of a list is dragged to another place, which is said", async () => {
    const todo = panel(page, "To do");
    const order = () => todo.getByRole("checkbox").evaluateAll((all) => all.map((one) => one.ariaLabel));
    const [first = "", second = "", third = ""] = (await order()).map(String);
    await todo.getByRole("checkbox", { name: third }).scrollIntoViewIfNeeded();
    await todo.getByRole("checkbox", { name: first }).hover();
    const handle = await todo.getByRole("listitem").first().locator("[data-handle]").boundingBox();
    const target = await todo.getByRole("listitem").nth(2).boundingBox();
    if (!handle || !target) throw new Error("The list is not in sight.");
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 80, target.y + target.height - 4, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await order()).slice(0, 3)).toEqual([second, third, first]);
    await expect(todo).toContainText(`Moved behind “${third}”: ${first}`);
  });

  const link = await invite(page, "grace@example.org", "editor");
  const other = await browser.newContext({ locale: "en-US", timezoneId: "Europe/Berlin" });
  const noise = new PageNoise(other);
  const grace = await other.newPage();
  await join(grace, link, "Grace");
  await test.step("a note at a time of a chart is at the other's at once; its author rewords it, an editor removes it", async () => {
    const address = new URL("/w/harbour/b/shop", server.url).href;
    for (const one of [page, grace]) {
      await one.goto(address);
      await untilLive(one);
    }
    const chart = panel(page, "Load").getByRole("slider");
    await chart.focus();
    // Not at the edge, which the window leaves behind as time goes on.
    await chart.press("Home");
    for (let i = 0; i < 4; i++) await chart.press("PageUp");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "New note" });
    await dialog.getByLabel("What happened").fill("Deploy 41");
    await dialog.getByRole("button", { name: "Add the note" }).click();
    await expect(dialog).toHaveCount(0);
    const flag = (one: Page, text: string) => panel(one, "Load").getByRole("button", { name: `: ${text}` });
    await expect(flag(grace, "Deploy 41")).toBeVisible();
    await flag(page, "Deploy 41").press("Enter");
    await page.getByLabel("What happened").fill("Deploy 42");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(flag(grace, "Deploy 42")).toBeVisible();
    await expect(panel(grace, "Load").locator("[data-tick]").first()).toBeAttached();
    await grace.getByRole("button", { name: "Notes on the charts" }).click();
    await grace.getByRole("dialog", { name: "Notes on the charts" }).getByText("Deploy 42").click();
    await grace.getByRole("button", { name: "Remove the note" }).click();
    await expect(flag(page, "Deploy 42")).toHaveCount(0);
  });

  const bell = (one: Page) => one.getByRole("button", { name: /^Alerts/ });
  const firing = (one: Page) => one.getByRole("list", { name: "Firing alerts" });
  await test.step("a rule is made from a panel, and says beforehand what it would do", async () => {
    await push.queue(3);
    await expect(panel(page, "Queue")).toContainText("3");
    await panel(page, "Queue").hover();
    await panel(page, "Queue").getByRole("button", { name: "Actions for Queue" }).click();
    await page.getByRole("menuitem", { name: "Alert on this" }).click();
    await expect(page.getByLabel("Value", { exact: true })).toHaveValue("100");
    await expect(page.getByRole("region", { name: "Now" })).toContainText("It would not fire.");
    await page.getByLabel("Must hold for").selectOption("0");
    await page.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("row").filter({ hasText: "shop.queue" })).toContainText("Quiet");
    await expect(bell(grace)).toHaveAccessibleName("Alerts");
  });

  await test.step("a firing alert is in the other's header and list within 5 s, links to its panel, is acknowledged and silenced", async () => {
    await push.queue(250);
    await expect(bell(grace)).toHaveAccessibleName("Alerts, 1 firing, critical", { timeout: 5_000 });
    await expect(grace.getByRole("status", { name: "Alerts that fire" })).toHaveText("1 firing: Queue");
    await panel(grace, "Queue").getByRole("button", { name: "Firing, critical: Queue" }).click();
    await expect(firing(grace)).toContainText("250");
    expect(await seriousFindings(grace)).toEqual([]);
    await firing(grace).getByRole("button", { name: "Acknowledge Queue" }).click();
    await expect(bell(grace)).toHaveAccessibleName("Alerts");
    await expect(firing(page)).toContainText("Acknowledged by Grace");
    await firing(page).getByLabel("Silence… Queue").click();
    await firing(page).getByRole("button", { name: "1 h" }).click();
    await expect(firing(grace)).toContainText("Silenced by Ada until");
    expect(await seriousFindings(page)).toEqual([]);
    await firing(grace).getByRole("link", { name: "Panel on Shop" }).click();
    await expect(grace).toHaveURL(/\/b\/shop\?panel=q$/);
    await expect(firing(grace)).toBeHidden();
  });

  await test.step("an alert is on a paused board as it is now, named on a wall, and no mark of a range that is over", async () => {
    await page.getByRole("button", { name: "End silence of Queue" }).press("Enter");
    await expect(page.getByLabel("Silence… Queue")).toBeFocused();
    await page.getByRole("button", { name: "Take back: Queue" }).click();
    await grace.keyboard.press("Escape");
    await grace.keyboard.press("p");
    await push.queue(260);
    await bell(grace).click();
    await expect(firing(grace)).toContainText("260");
    await expect(panel(grace, "Queue")).toContainText("250");
    await grace.goto("/w/harbour/b/shop?kiosk=1");
    await expect(grace.locator("[data-wall] header").first()).toContainText(/critical\s*Queue/i);
    const to = Date.now() - 3_600_000;
    await grace.goto(`/w/harbour/b/shop?from=${to - 3_600_000}&to=${to}`);
    await expect(panel(grace, "Queue")).toHaveAttribute("data-state", "historical");
    await expect(grace.getByRole("button", { name: /^Firing/ })).toHaveCount(0);
  });

  await test.step("all that fires is acknowledged at once; a rule that is removed twice is gone", async () => {
    const send = (path: string, fields: Record<string, string>) =>
      page.evaluate(
        async ([to, form]) => (await fetch(to, { method: "POST", body: new URLSearchParams(form) })).status,
        [path, fields] as const,
      );
    const rule = { name: "Depth", key: "shop.queue", is: "above", value: "200", for: "0", severity: "warning" };
    expect(await send("/w/harbour/alerts/rule", rule)).toBe(200);
    await expect(bell(page)).toHaveAccessibleName("Alerts, 2 firing, critical");
    await page.getByRole("button", { name: "Acknowledge all" }).press("Enter");
    await expect(bell(page)).toHaveAccessibleName("Alerts");
    await expect(page.getByRole("button", { name: "Acknowledge all" })).toBeFocused();
    await expect(firing(page).getByText("Acknowledged by Ada")).toHaveCount(2);
    const depth = await page.locator("[data-alert]").filter({ hasText: "Depth" }).getAttribute("data-alert");
    const removal = { id: depth ?? "", act: "remove" };
    expect([await send("/w/harbour/alerts", removal), await send("/w/harbour/alerts", removal)]).toEqual([200, 200]);
  });

  await test.step("what has ended is in the past, with who took it on; a rule that is removed can be put back", async () => {
    await push.queue(3);
    await expect(page.getByText("Nothing is firing.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Past" }).getByRole("row").nth(1)).toContainText("by Ada");
    await page.getByRole("button", { name: "Actions for Queue" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(page.getByText("No alert rules yet")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("row").filter({ hasText: "shop.queue" })).toContainText("Quiet");
  });
  expect(noise.unexpected()).toEqual([]);
  await other.close();
});
