import type { Request, Route } from "@playwright/test";
import { parseCursor } from "../core/protocol/cursor";
import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { countingAnswers } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";
import { recordSockets } from "./fixtures/wire";

test.use({ machine: "scripted" });

test.beforeEach(async ({ page, upstream }) => {
  upstream.route("/metrics", countingAnswers(["load1"]));
  await signUp(page);
  await untilLive(page);
  await upstream.asked("/metrics", 5);
});

test("values and charts are in the page that comes without a script", async ({ browser, page, server }) => {
  await page.close();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(server.url + BOARD);
  await expect(panel(plain, "Processor")).toContainText("12.5");
  await expect(panel(plain, "Memory")).toContainText("of 32 GiB");
  await expect(panel(plain, "Processes")).toContainText("123");
  await expect(panel(plain, "Memory and disks")).toContainText("node.memory_available_bytes");
  await expect(panel(plain, "Sources")).toContainText("This machine");
  const counted = Number(await panel(plain, "Load, 1 min").locator("b").first().innerText());
  expect(counted).toBeGreaterThanOrEqual(4);
  const lines = await panel(plain, "Load")
    .locator("svg path[d]")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d") ?? ""));
  expect(Math.max(...lines.map((d) => d.split("L").length)), "corners of the longest line").toBeGreaterThanOrEqual(4);
  await context.close();
});

test("a page that has hydrated asks for nothing that it has, and resumes from its loader's cursor", async ({
  page,
  upstream,
}) => {
  await page.goto("about:blank");
  const sockets = recordSockets(page);
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  const response = await page.goto(BOARD);
  const html = (await response?.text()) ?? "";
  const painted = [...new Set(html.match(/\b[a-z]{8}:\d+\b/g))];
  // The board's, and that of what is the reader's own, which two loaders read: one, unless a commit falls between them.
  expect([1, 2], "cursors in the page").toContain(painted.length);
  await untilLive(page);
  await upstream.asked("/metrics", upstream.count("/metrics") + 4);

  const files = new Set(["document", "script", "stylesheet", "font", "image", "websocket"]);
  const asked = requests.map((request) => `${request.resourceType()} ${request.url()}`);
  const others = asked.filter((line) => !files.has(line.split(" ")[0] ?? ""));
  // The icon, and the router's own question which routes the page's links lead to: neither brings a value.
  expect(others.filter((line) => !/\/favicon\.svg$|\/__manifest\?/.test(line))).toEqual([]);
  expect(asked.filter((line) => /\.data\b|\/points\b/.test(line))).toEqual([]);
  expect(requests.filter((request) => request.resourceType() === "document")).toHaveLength(1);

  expect(sockets).toHaveLength(1);
  const [socket] = sockets;
  // Where the page is and what has arrived is told, not asked.
  const asking = (socket?.sent ?? []).filter(({ type }) => type !== "ack" && type !== "presence");
  const resumed = asking.flatMap((frame) =>
    frame.type === "subscribe" ? [[frame.id, frame.since ?? ""] as const] : [],
  );
  expect(asking.length, "frames that ask").toBe(resumed.length);
  expect(resumed.map(([, since]) => since).sort(), "from where the page stands").toEqual(painted.toSorted());
  const answers = socket?.frames("snapshot") ?? [];
  expect(answers.length).toBeGreaterThan(0);
  for (const { id, full, values } of answers) {
    const since = parseCursor(new Map(resumed).get(id) ?? "")?.seq ?? Number.POSITIVE_INFINITY;
    expect(full).toBe(false);
    expect(
      values.filter(({ rev }) => rev <= since),
      "values that the page had",
    ).toEqual([]);
  }
  expect(socket?.frames("data_update").length).toBeGreaterThanOrEqual(3);
});

test("the header's tools hydrate after the values, as the same elements", async ({ page, noise }) => {
  noise.allow(/ERR_FAILED/);
  const waiting: Route[] = [];
  let isThere = false;
  await page.route(/\/tools-[\w-]+\.js$/, (route) => (isThere ? route.continue() : void waiting.push(route)));
  // Anew: in this page they are here already.
  await page.goto("about:blank");
  await page.goto(BOARD);
  await untilLive(page);
  const tools = page.locator(
    // But for who is here, which is drawn anew where somebody comes meanwhile.
    "nav a[title=Keys], header [aria-keyshortcuts], header [popovertarget]:not([popovertarget=people-here]), [aria-label='Time range'] button, [aria-label=Pause]",
  );
  const marked = () => tools.evaluateAll((all) => all.filter((one) => one.hasAttribute("data-marked")).length);
  const count = await tools.count();
  const counted = panel(page, "Load, 1 min").locator("b").first();

  await test.step("values tick while the tools' code is on its way, and while it cannot be loaded", async () => {
    expect(count).toBeGreaterThanOrEqual(8);
    // On the element alone, of which React knows nothing.
    await tools.evaluateAll((all) => {
      for (const one of all) one.toggleAttribute("data-marked", true);
    });
    await expect.poll(() => waiting.length).toBe(1);
    await waiting.pop()?.abort();
    const before = await counted.innerText();
    await expect(counted).not.toHaveText(before);
    await expect(page.getByRole("button", { name: "Pause" })).toBeDisabled();
    expect(await marked()).toBe(count);
  });

  await test.step("what opens without code opens, and a key waits", async () => {
    await page.getByRole("button", { name: "Inbox" }).click();
    await expect(page.locator("#inbox")).toBeVisible();
    await page.keyboard.press("Escape");
    // Asked for again, after the wait that follows a failure: a key of longer ago would be forgotten.
    await expect.poll(() => waiting.length).toBe(1);
    await page.keyboard.press("Control+k");
    expect(await marked()).toBe(count);
  });

  await test.step("their code takes over the elements, and what was pressed meanwhile is done", async () => {
    isThere = true;
    for (const route of waiting.splice(0)) await route.continue();
    await expect(page.getByRole("dialog", { name: "Search and jump" })).toBeVisible();
    expect(await marked()).toBe(count);
  });

  await test.step("a bar that names another range than the panels show is not seen until its code is here", async () => {
    isThere = false;
    await page.goto(BOARD);
    await untilLive(page);
    await expect.poll(() => waiting.length).toBe(1);
    const bar = page.getByRole("group", { name: "Time range", includeHidden: true });
    await expect(bar).toBeVisible();
    const drawn = (await bar.textContent()) ?? "";
    await panel(page, "Load").getByRole("slider").focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/from=/);
    await expect(bar).toBeHidden();
    isThere = true;
    for (const route of waiting.splice(0)) await route.continue();
    await expect(bar).toBeVisible();
    await expect(bar).not.toHaveText(drawn);
  });
});
