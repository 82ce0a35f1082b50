import { curl } from "./fixtures/curl";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer()));

const KEYS = "/w/harbour/settings/keys";

test("a program pushes with a key made on the page; what it pushes shows at once; revoked, it is nobody, and silent", async ({
  page,
  server,
}) => {
  await signUp(page);
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "Pushed by programs" }).check({ force: true });
  await page.getByLabel("Name", { exact: true }).fill("Shop");
  await page.getByLabel("Expected every").selectOption("5 s");
  await page.getByRole("button", { name: "Save source" }).click();
  const row = page.getByRole("row").filter({ hasText: "Shop" });
  await expect(row).toContainText("pushed by programs, every 5 s");
  await expect(row).toContainText("Empty");
  await page.getByRole("link", { name: "Make an API key and see how to push" }).click();
  await expect(page.getByLabel("Request that pushes two values")).toContainText('"shop.revenue"');
  await page.getByLabel("Name", { exact: true }).fill("Till 1");
  await page.getByRole("button", { name: "Make key" }).click();
  const key = await page.getByRole("textbox", { name: "The key Till 1" }).inputValue();
  expect(key).toMatch(/^dbk_[0-9A-Za-z]{40}$/);
  const push = (values: object) =>
    fetch(`${server.url}/api/v1/values`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ values }),
    });
  await page.goto("/w/harbour/sources");
  await expect(row.getByRole("cell", { name: "0", exact: true })).toBeVisible();
  // The page asks for the states of sources: it wants the count of keys that changes with the push, and no key itself.
  const pushed = await push({ "shop.revenue": 12.5, "shop.open": true });
  expect([pushed.status, await pushed.json()]).toEqual([200, { cursor: expect.any(String), delivered: 0 }]);
  await expect(row.getByRole("cell", { name: "2", exact: true })).toBeVisible();
  await expect(row).toContainText("Fresh");
  await page.goto(KEYS);
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByText("Revoke… Till 1").click();
  await page.getByRole("button", { name: "Revoke Till 1 now" }).click();
  await expect(page.getByText("The key was revoked.")).toBeVisible();
  await expect.poll(async () => (await push({ "shop.revenue": 13 })).status, { timeout: 6_000 }).toBe(401);
  await test.step("what is refused unread harms no request after it", async () => {
    const refused = ["-H", `Authorization: Bearer ${key}`, "-H", "Content-Type: application/json"];
    const values = [...refused, "--data-binary", "x".repeat(100_000), `${server.url}/api/v1/values`];
    const other = [...refused, "-X", "DELETE", `${server.url}/api/v1/keys/shop.revenue`];
    for (let i = 0; i < 8; i++) for (const one of [values, other]) expect((await curl(...one)).status).toBe(401);
  });
  // Nobody asks anything: the page knows by its own clock that what is expected did not come.
  await page.goto("/w/harbour/sources");
  await expect(row).toContainText(/(Late|Stale).*overdue/s, { timeout: 20_000 });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a key is made, shown once, listed and revoked", async ({ noise, page }) => {
    noise.allow(/status of 400/);
    await signUp(page);
    await page.goto(KEYS);
    await page.getByRole("button", { name: "Make key" }).click();
    await expect(page.getByText("Give it a name")).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Till 1");
    await page.getByRole("button", { name: "Make key" }).click();
    const key = await page.getByRole("textbox", { name: "The key Till 1" }).inputValue();
    await page.goto(KEYS);
    await expect(page.getByRole("row").filter({ hasText: "Till 1" })).toContainText(key.slice(0, 8));
    await expect(page.getByRole("row").filter({ hasText: "Till 1" })).toContainText("never");
    await page.getByText("Revoke… Till 1").click();
    await page.getByRole("button", { name: "Revoke Till 1 now" }).click();
    await expect(page.getByText("The key was revoked.")).toBeVisible();
    await expect(page.getByText("Till 1")).toHaveCount(0);
  });
});
