import type { Browser, Page } from "@playwright/test";
import { BOARD, panel } from "./fixtures/board-page";
import { drawer, EDIT, edit, handle, press, retitle, save, saving } from "./fixtures/editor";
import { invite, join } from "./fixtures/invited";
import { machineAnswer } from "./fixtures/machine-figures";
import { PageNoise } from "./fixtures/page-noise";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`reading_${i}`, i]));
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer(many)));

/** Ada, who owns the workspace, and Grace, who came by an invitation. */
async function two(browser: Browser, ada: Page) {
  await signUp(ada);
  const link = await invite(ada, "grace@example.org", "editor");
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Europe/Berlin" });
  const grace = await context.newPage();
  await join(grace, link, "Grace");
  return { ada, grace, origin: new URL(link).origin, noise: new PageNoise(context) };
}

test("two people edit one board: different panels merge, the same one asks, and keys come first", async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const { ada, grace, origin, noise } = await two(browser, page);

  await test.step("who edits what is shown", async () => {
    await edit(ada);
    await edit(grace, `${origin}${EDIT}`);
    await handle(grace, "Memory").focus();
    await grace.keyboard.press("Enter");
    await expect(ada.getByRole("img", { name: "Grace is editing this panel" })).toBeVisible();
  });

  await test.step("what Grace saves comes into Ada's draft by itself, and Ada is told", async () => {
    await drawer(grace, "Memory").getByRole("textbox", { name: "Title" }).fill("Memory, Grace's");
    await retitle(ada, "Processor", "Processor, Ada's");
    await save(grace);
    await expect(ada.getByText("Grace saved this board")).toBeVisible();
    await expect(panel(ada, "Memory, Grace's")).toBeVisible();
    await save(ada);
    await expect(panel(grace, "Processor, Ada's")).toBeVisible();
    await ada.keyboard.press("ControlOrMeta+z");
    await expect(panel(ada, "Processor")).toBeVisible();
    await expect(panel(ada, "Memory, Grace's")).toBeVisible();
    await press(ada, "Discard");
  });

  await test.step("the same member changed twice is shown side by side, and nothing is overwritten unseen", async () => {
    await retitle(ada, "Load, 1 min", "Load of Ada");
    await retitle(ada, "Processes", "Processes of Ada");
    await drawer(grace, "Memory, Grace's").getByRole("button", { name: "Close" }).first().click();
    await retitle(grace, "Load, 1 min", "Load of Grace");
    await retitle(grace, "Processes", "Processes of Grace");
    await save(grace);
    const asked = ada.getByRole("dialog", { name: "Grace changed what you changed" });
    await expect(asked.getByText("Title: Load of Ada")).toBeVisible();
    await expect(asked.getByText("Title: Load of Grace")).toBeVisible();
    await asked.getByRole("button", { name: "Take Grace’s for all" }).click();
    for (const theirs of await asked.getByRole("radio", { name: "Grace’s" }).all()) await expect(theirs).toBeChecked();
    await press(ada, "Save with these choices");
    await expect(panel(ada, "Load of Grace")).toBeVisible();
    await expect(panel(ada, "Processes of Grace")).toBeVisible();
    await expect(panel(grace, "Load of Grace")).toBeVisible();
  });

  await test.step("a key is found among many, and its panel offers only the kinds that fit", async () => {
    await ada.keyboard.press("a");
    const add = drawer(ada, "Add panel");
    await expect(add.getByText(/^1,2\d\d keys$/)).toBeVisible();
    expect(await add.locator("[data-pick]").count()).toBeLessThan(60);
    await add.getByRole("combobox").fill("reading_1199");
    await expect(add.locator("[data-key='node.reading_1199']")).toHaveAttribute("aria-selected", "true");
    await expect(panel(ada, "reading_1199"), "what is pointed at is live on the board").toContainText("1,199");
    await expect(saving(ada), "and no change of it").not.toHaveText("Unsaved changes");
    await ada.keyboard.press("Enter");
    const settings = drawer(ada, "reading_1199");
    await expect(panel(ada, "reading_1199")).toContainText("1,199");
    await expect(settings.getByRole("radio", { name: "Events" })).toHaveCount(0);
    await settings.getByText("Gauge").click();
    await expect(panel(ada, "reading_1199")).toHaveAttribute("data-kind", "gauge");
    await expect(handle(ada, "reading_1199"), "as large as its kind").toHaveAccessibleName(/3 wide, 5 high/);
    await settings.getByLabel("Key", { exact: true }).fill("= {node.load1} +");
    await expect(settings.getByText(/^Character \d+: /)).toBeVisible();
    await settings.getByLabel("Key", { exact: true }).fill("= {node.load1} * 2");
    await expect(panel(ada, "reading_1199")).toContainText("2.5");
  });

  await test.step("from elsewhere a key comes onto the board by its address", async () => {
    await save(ada);
    await ada.goto(`${BOARD}?edit=1&add=node.load15`);
    await expect(drawer(ada, "load15")).toBeVisible();
    await expect(panel(ada, "load15")).toContainText("3.25");
    await press(ada, "Discard");
  });

  await test.step("an empty board offers templates and a first panel", async () => {
    for (const title of await ada.locator("[data-handle]").evaluateAll((all) => all.map((one) => one.ariaLabel))) {
      await ada.getByRole("button", { name: title ?? "", exact: true }).focus();
      await ada.keyboard.press("Delete");
    }
    await save(ada);
    await grace.getByRole("link", { name: "Done" }).click();
    await expect(grace.getByText("This board is empty")).toBeVisible();
    await expect(grace.getByRole("link", { name: "Templates" })).toBeVisible();
    await grace.getByRole("link", { name: "Add panel" }).click();
    await expect(drawer(grace, "Add panel")).toBeVisible();
  });
  expect(noise.unexpected()).toEqual([]);
});
