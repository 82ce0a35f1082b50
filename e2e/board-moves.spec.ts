import { expect, signUp, test } from "./fixtures/test";

test("a newcomer signs up and sees this machine's own figures move; a page that takes its time has a line above it", async ({
  page,
}) => {
  await signUp(page);
  await expect(page).toHaveURL(/\/w\/harbour\/b\/this-machine$/);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  const panels = page.locator("[data-panel]");
  const before = await panels.allInnerTexts();
  expect(before.length).toBeGreaterThan(5);
  await expect.poll(() => panels.allInnerTexts(), { timeout: 15_000 }).not.toEqual(before);

  const line = page.getByRole("progressbar", { name: "Loading" });
  const held = Promise.withResolvers<void>();
  await page.route(/\/sources\.data/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByRole("link", { name: "Sources" }).first().click();
  await expect(line).toBeVisible();
  await expect(page, "the page that is left stays meanwhile").toHaveURL(/this-machine$/);
  held.resolve();
  await expect(page.getByRole("heading", { name: "Sources", level: 1 })).toBeVisible();
  await expect(line).toHaveCount(0);
});

test.describe("where the server reads no machine", () => {
  test.use({ vars: { UPSTREAM_MACHINE: "" } });

  test("a newcomer lands in the gallery, and from there on the board of its team", async ({ page }) => {
    await signUp(page);
    await expect(page).toHaveURL(/\/w\/harbour\/templates\?first$/);
    await expect(page.getByText("Harbour is ready.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("listitem").nth(5)).toBeVisible();
    await page.getByRole("link", { name: "the team's board" }).click();
    await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  });
});

test("the board's values are in the page without JavaScript", async ({ browser, page, server }) => {
  await signUp(page);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  const fresh = plain.locator('[data-panel][data-state="fresh"]').first();
  // Such a page stays as it came: it is asked for until the machine's first figures are there.
  await expect(async () => {
    await plain.goto(`${server.url}/w/harbour/b/this-machine`);
    expect(await plain.locator("[data-panel]").count()).toBeGreaterThan(5);
    expect(await fresh.textContent()).toMatch(/\d/);
  }).toPass({ timeout: 15_000 });
  await context.close();
});
