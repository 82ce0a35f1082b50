import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, signUp, test } from "./fixtures/test";

/** The rules that fail on this page, with the elements they name. */
async function failures(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious on any page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    for (const path of ["/", "/login", "/signup"]) {
      await page.goto(path);
      found.push(...(await failures(page)));
    }
    await signUp(page);
    await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
    for (const path of ["b/this-machine", "", "sources", "sources/new", "settings/members"]) {
      await page.goto(`/w/harbour/${path}`);
      found.push(...(await failures(page)));
    }
    expect(found).toEqual([]);
  });
}
