import type { Page } from "@playwright/test";
import { untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const FEW = 1_000;
const MOST = 10;

/** A source that programs push to, and how a program pushes to it. */
async function addShop(page: Page, url: string) {
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "Pushed by programs" }).check({ force: true });
  await page.getByLabel("Name", { exact: true }).fill("Shop");
  await page.getByRole("button", { name: "Save source" }).click();
  await page.waitForURL(/\/sources\?added=/);
  await page.goto("/w/harbour/settings/keys");
  await page.getByLabel("Name", { exact: true }).fill("Till 1");
  await page.getByRole("button", { name: "Make key" }).click();
  const key = await page.getByRole("textbox", { name: "The key Till 1" }).inputValue();
  return async (values: Record<string, unknown>) => {
    const answer = await fetch(`${url}/api/v1/values`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ values }),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
  };
}

const items = (from: number) =>
  Object.fromEntries(Array.from({ length: FEW }, (_, i) => [`shop.items.n${from + i}`, from + i]));

test("what there is, is found: by the palette, on the page of keys, and in the list of boards", async ({
  browser,
  noise,
  page,
  server,
  upstream,
}) => {
  test.setTimeout(100_000);
  noise.allow(/status of 404/);
  upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 34.2 }));
  await signUp(page);
  const push = await addShop(page, server.url);

  await test.step("the palette finds boards, panels, keys with their values, sources and actions, and gives the focus back", async () => {
    await page.goto("/w/harbour");
    await untilLive(page);
    const opener = page.getByRole("button", { name: "Search or jump to" });
    await opener.focus();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Search and jump" });
    await expect(field).toBeFocused();
    await page.keyboard.type("nothing like this");
    await expect(page.getByText("Nothing is called “nothing like this”.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    await expect(opener).toBeFocused();
    for (const [typed, choice, url, here] of [
      ["team", "Team", /\/b\/team$/, "Team"],
      ["memory in use", "Memory in use This machine", /\/b\/this-machine\?panel=memory-used/, "This machine"],
      [
        "node.cpu_usage",
        /node\.cpu_usage_percent.*34\.2 %/,
        /\/keys\/node\.cpu_usage_percent$/,
        "node.cpu_usage_percent",
      ],
      ["shop", "Shop shop", /\/sources\/shop$/, "Shop"],
      ["import", "Import a board", /\/import$/, "Import a board"],
    ] as const) {
      await page.keyboard.press("Control+k");
      await page.keyboard.type(typed);
      await expect(page.getByRole("option", { selected: true })).toHaveAccessibleName(choice);
      await page.keyboard.press("Enter");
      await page.waitForURL(url);
      await expect(page.getByRole("banner")).toContainText(here);
      await untilLive(page);
    }
    await page.goto("/w/harbour");
    await untilLive(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("removed");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/removed$/);
    // Each page has a palette of its own: one that is opened as the address changes would go with the page before.
    await expect(page.getByRole("banner")).toContainText("Removed boards");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("theme: dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option").first()).toHaveAccessibleName("Theme: dark");
    await page.keyboard.press("Escape");
  });

  await test.step("no shortcut works while one types", async () => {
    await page.goto("/w/harbour/keys");
    await untilLive(page);
    await page.getByRole("searchbox", { name: "Search keys" }).pressSequentially("g b?p");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page).toHaveURL(/\/keys/);
    await expect(page.getByText("No key matches “g b?p”")).toBeVisible();
    await expect(page.getByText(/keys were searched/)).toBeVisible();
  });

  const table = page.getByRole("table", { name: "Keys", exact: true });
  const search = page.getByRole("searchbox", { name: "Search keys" });

  await test.step("ten thousand keys are a list of a hundred rows at most, live where they are seen", async () => {
    for (let at = 0; at < MOST - 1; at++) await push(items(at * FEW));
    await search.fill("shop.*");
    await expect(page.getByText(/9000 of 90\d\d/)).toBeVisible();
    await table.locator("..").evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    const last = table.getByRole("row", { name: /shop\.items\.n999 / });
    await expect(last).toContainText("999");
    expect(await table.getByRole("row").count()).toBeLessThan(100);
    await expect(async () => {
      await push({ "shop.items.n999": 4_321 });
      await expect(last).toContainText("4,321", { timeout: 500 });
    }).toPass({ timeout: 10_000 });
  });

  await test.step("what is followed is there in another browser of the same person, a pattern too", async () => {
    await page.getByRole("button", { name: "Follow shop.*", exact: true }).click();
    await search.fill("cpu usage");
    await page.getByRole("button", { name: "Follow node.cpu_usage_percent", exact: true }).click();
    const context = await browser.newContext({
      baseURL: server.url,
      storageState: await page.context().storageState(),
      locale: "en-US",
    });
    const elsewhere = await context.newPage();
    const answer = await elsewhere.goto("/w/harbour/keys?tab=followed");
    expect((await answer?.body())?.length, "the first paint has a screen of nine thousand").toBeLessThan(400_000);
    const rows = elsewhere.getByRole("table", { name: "Keys", exact: true }).getByRole("row");
    await expect(rows.nth(1)).toContainText("node.cpu_usage_percent");
    await expect(elsewhere.getByRole("list", { name: "Patterns I follow" })).toContainText("shop.*9000 keys");
    await expect(elsewhere.getByText("9001 keys")).toBeVisible();
    await elsewhere.getByRole("searchbox", { name: "Search followed keys" }).fill("n8999");
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText("8,999");
    await context.close();
  });

  await test.step("a key's page moves, and its changes grow; a name that is not there is answered with its nearest", async () => {
    await page.getByRole("link", { name: "node.cpu_usage_percent", exact: true }).click();
    await expect(page.getByRole("heading", { name: "node.cpu_usage_percent", level: 1 })).toBeVisible();
    upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 61.8 }));
    await expect(page.getByRole("region", { name: "Value" })).toContainText("61.8");
    const newest = page.getByRole("table", { name: "Changes" }).getByRole("row").nth(1);
    await expect(newest).toContainText(/34\.2 %.*61\.8 %.*refresh/);
    await expect(page.getByRole("region", { name: /^Used by/ })).toContainText("This machine");
    await page.goto("/w/harbour/keys/node.cpu_usge_percent");
    await expect(page.getByRole("heading", { name: "No such key" })).toBeVisible();
    await page.getByRole("link", { name: "node.cpu_usage_percent", exact: true }).click();
    await page.waitForURL(/node\.cpu_usage_percent$/);
  });

  await test.step("what changed before one looked is in a key's log, with old and new value and where it came from", async () => {
    const told = (...texts: string[]) => push({ "shop.door": texts.at(0), "shop.lights": { hall: texts.at(1) } });
    await told("open", "on");
    await told("shut", "off");
    await page.goto("/w/harbour/keys/shop.door");
    const rows = page.getByRole("table", { name: "Changes" }).getByRole("row");
    await expect(rows.nth(1)).toContainText(/open.*shut.*push.*Till 1/);
    await expect(rows.nth(2)).toContainText(/new.*open.*push.*Till 1/);
    await untilLive(page);
    await told("ajar", "off");
    await expect(rows.nth(1)).toContainText(/shut.*ajar.*push.*Till 1/);
    const html = await (await page.request.get("/w/harbour/keys/shop.lights")).text();
    expect(html, "the first paint has the log").toMatch(/\/hall.*off.*Till 1/s);
    await page.goto("/w/harbour/keys/node.cpu_usage_percent");
  });

  await test.step("two clicks put a key on a board", async () => {
    await page.getByRole("button", { name: "Put on a board" }).click();
    await page.getByRole("menuitem", { name: "Team" }).click();
    await page.waitForURL(/\/b\/team\?edit=1/);
    await expect(page.getByText("Unsaved changes")).toBeVisible();
    await page.getByRole("button", { name: "Discard" }).click();
  });

  await test.step("boards have folders, stars, an order and a search; what is removed can be put back", async () => {
    await page.goto("/w/harbour");
    await untilLive(page);
    const titles = page.getByRole("heading", { level: 3 });
    await page.getByRole("button", { name: "Move This machine" }).focus();
    const before = await titles.allInnerTexts();
    await page.keyboard.press(before[0] === "This machine" ? "ArrowRight" : "ArrowLeft");
    await expect(titles).toHaveText(before.toReversed());
    await expect(page.getByRole("button", { name: "Move This machine" })).toBeFocused();
    await page.getByRole("button", { name: "Move This machine" }).dragTo(page.getByRole("heading", { name: "Team" }));
    await expect(titles, "dragged back by pointer").toHaveText(before);
    await page.getByRole("button", { name: "Actions for Team" }).click();
    await page.getByRole("menuitem", { name: "Folder…" }).click();
    await page.getByRole("combobox", { name: /^Folder/ }).fill("Crew");
    await page.getByRole("button", { name: "Put it there" }).click();
    await expect(page.getByRole("heading", { name: "Crew" })).toBeVisible();
    await page.getByRole("button", { name: "Star Team" }).click();
    await expect(page.getByRole("heading", { name: "Starred" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: "Star Team" })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("searchbox", { name: "Search boards" }).fill("crew");
    await expect(titles).toHaveText(["Team"]);
    await page.getByRole("searchbox", { name: "Search boards" }).fill("no such");
    await expect(page.getByText("No board matches “no such”")).toBeVisible();
    await page.getByRole("link", { name: "Show all boards" }).click();
    await page.getByRole("button", { name: "Actions for Team" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(titles).toHaveText(["Team", "This machine"]);
  });
});
