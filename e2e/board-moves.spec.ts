import { expect, signUp, test } from "./fixtures/test";

test("a newcomer signs up and sees this machine's own figures move", async ({ page }) => {
  await signUp(page);
  await expect(page).toHaveURL(/\/w\/harbour\/b\/this-machine$/);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  const panels = page.locator("[data-panel]");
  const before = await panels.allInnerTexts();
  expect(before.length).toBeGreaterThan(5);
  await expect.poll(() => panels.allInnerTexts(), { timeout: 15_000 }).not.toEqual(before);
});

test("the board's values are in the page without JavaScript", async ({ browser, page, server }) => {
  await signUp(page);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${server.url}/w/harbour/b/this-machine`);
  expect(await plain.locator("[data-panel]").count()).toBeGreaterThan(5);
  await expect(plain.locator('[data-panel][data-state="fresh"]').first()).toHaveText(/\d/);
  await context.close();
});
