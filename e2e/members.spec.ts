import type { Browser, Page } from "@playwright/test";
import { ada, expect, signUp, test } from "./fixtures/test";

const MEMBERS = "/w/harbour/settings/members";
const GUEST = { name: "Grace", email: "grace@example.org", password: "another horse battery" };

async function invite(page: Page, role: "viewer" | "editor"): Promise<string> {
  await page.getByLabel("Email").fill(GUEST.email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Make invitation" }).click();
  return page.getByRole("status").getByLabel(`Link for ${GUEST.email}`, { exact: true }).inputValue();
}

/** Somebody else, at a browser of their own, who follows the link. */
async function accept(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Name", { exact: true }).fill(GUEST.name);
  await page.getByLabel("Password").fill(GUEST.password);
  await page.getByRole("button", { name: "Create account and join" }).click();
  await page.waitForURL(/\/w\/harbour$/);
  return page;
}

test("somebody invited comes in, is lifted to editor, and is shown out of an open page; an owner makes a further workspace", async ({
  browser,
  page,
}) => {
  await signUp(page);
  await page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(MEMBERS);
  await expect(page.getByRole("row", { name: ada.email })).toContainText("Owner, the only one");
  const guest = await accept(browser, await invite(page, "viewer"));
  await expect(guest.getByRole("link", { name: "Settings" })).toHaveCount(0);

  await page.reload();
  const row = page.getByRole("row", { name: GUEST.email });
  await row.getByLabel("Role of Grace").selectOption("editor");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Grace is editor now.")).toBeVisible();
  await guest.goto("/w/harbour/sources");
  await expect(guest.getByRole("link", { name: "New source" })).toBeVisible();

  await row.getByRole("link", { name: "Remove Grace" }).click();
  await page.getByRole("button", { name: "Remove member" }).click();
  await expect(page.getByText("The member was removed.")).toBeVisible();
  await expect(guest.getByRole("heading", { name: "Nothing here" })).toBeVisible({ timeout: 15_000 });

  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("link", { name: "Workspaces" }).click();
  await expect(page.getByRole("region", { name: "Your workspaces" }).getByRole("listitem")).toContainText(["Harbour"]);
  await page.getByRole("textbox", { name: "Workspace" }).fill("Lighthouse");
  await page.getByRole("button", { name: "Make workspace" }).click();
  await expect(page).toHaveURL(/\/w\/lighthouse\/b\/this-machine$/);
  await expect(page.getByRole("status").getByText("Live", { exact: true })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("members are invited, withdrawn, given roles and removed", async ({ browser, page }) => {
    await signUp(page);
    await page.goto(MEMBERS);
    await invite(page, "editor");
    await page.getByRole("button", { name: `Withdraw the invitation for ${GUEST.email}` }).click();
    await expect(page.getByText("The invitation was withdrawn.")).toBeVisible();
    await accept(browser, await invite(page, "editor"));
    await page.goto(MEMBERS);
    await page.getByLabel("Role of Grace").selectOption("viewer");
    await page.getByRole("row", { name: GUEST.email }).getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Grace is viewer now.")).toBeVisible();
    await page.getByRole("link", { name: "Remove Grace" }).click();
    await page.getByRole("button", { name: "Remove member" }).click();
    await expect(page.getByText("The member was removed.")).toBeVisible();
  });
});
