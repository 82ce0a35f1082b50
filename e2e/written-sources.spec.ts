import type { Page } from "@playwright/test";
import { SUBPROTOCOL } from "../core/protocol/version";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer()));

/** Writes a key as a board would, over a socket with this page's cookie; gives the answer's type. */
function write(page: Page, key: string, value: unknown): Promise<string> {
  return page.evaluate(
    ({ frame, protocol }) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket("/live/harbour", [protocol]);
        socket.onopen = () => socket.send(frame);
        socket.onerror = () => reject(new Error("no connection"));
        socket.onmessage = ({ data }) => {
          const { type, id } = JSON.parse(String(data)) as { type: string; id?: string };
          if (id !== "w1") return;
          socket.close();
          resolve(type);
        };
      }),
    { frame: JSON.stringify({ type: "set", id: "w1", key, value }), protocol: SUBPROTOCOL },
  );
}

test("a source that people write: a name is enough, what is written shows at once and is never late", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "Written by people" }).check({ force: true });
  await expect(page.getByLabel("Address", { exact: true })).toBeHidden();
  await expect(page.getByLabel("Ask every")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeHidden();
  await page.getByLabel("Name", { exact: true }).fill("To do");
  await page.getByRole("button", { name: "Save source" }).click();
  await expect(page.getByText("To do was added.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "To do" });
  await expect(row, "nobody has written yet").toContainText("Empty");
  await expect(row).toContainText("by people");
  expect(await write(page, "to-do.milk", { done: false })).toBe("done");
  await expect(row.getByRole("cell", { name: "1", exact: true })).toBeVisible();
  await expect(row).toContainText("Fresh");
  await page.getByRole("button", { name: "Actions for To do" }).click();
  await expect(page.getByRole("menuitem", { name: "Remove…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Refresh now" })).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it is made by its form as well, by Enter or by the button", async ({ page }) => {
    await signUp(page);
    for (const [name, slug] of [
      ["Notes", "notes"],
      ["Goals", "goals"],
    ] as const) {
      await page.goto("/w/harbour/sources/new");
      await page.getByRole("radio", { name: "Written by people" }).check({ force: true });
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Short name").fill(slug);
      if (name === "Notes") await page.getByLabel("Short name").press("Enter");
      else await page.getByRole("button", { name: "Save source" }).click();
      await expect(page.getByText(`${name} was added.`)).toBeVisible();
      await expect(page.getByRole("row").filter({ hasText: name })).toContainText("by people");
    }
  });
});
