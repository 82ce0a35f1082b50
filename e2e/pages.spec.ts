import { startPages } from "./fixtures/pages-server";
import { test as base, expect, signUp } from "./fixtures/test";

const test = base.extend<{ pages: { url: string } }>({
  pages: async ({ exporter }, use, info) => {
    const pages = await startPages(exporter);
    await use(pages);
    if (info.status !== info.expectedStatus) await info.attach("server", { body: pages.output() });
    pages.remove();
  },
  baseURL: async ({ pages }, use) => use(pages.url),
});

test("a Pages project serves a live board beside the Worker that has the object", async ({ page }) => {
  await signUp(page);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
  const panels = page.locator("[data-panel]");
  const before = await panels.allInnerTexts();
  await expect.poll(() => panels.allInnerTexts(), { timeout: 15_000 }).not.toEqual(before);
});
