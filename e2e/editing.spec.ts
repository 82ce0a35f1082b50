import type { Locator, Page } from "@playwright/test";
import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { drawer, handle, press, retitle, said, save, saving } from "./fixtures/editor";
import { countLayoutShifts, layoutShifts } from "./fixtures/layout-shifts";
import { machineAnswer } from "./fixtures/machine-figures";
import { ada, expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });
const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`reading_${i}`, i]));
test.beforeEach(({ upstream }) => upstream.route("/metrics", machineAnswer(many)));

async function boxes(page: Page): Promise<Map<string | null, string>> {
  const all = await page.locator("[data-panel]").evaluateAll((panels) =>
    panels.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.getAttribute("data-panel"), [x, y + scrollY, width, height].map(Math.round).join(" ")] as const;
    }),
  );
  return new Map(all);
}

/** The panels as they stand below one another. */
async function inColumn(page: Page): Promise<(string | null)[]> {
  const tops = [...(await boxes(page))].map(([id, box]) => [id, Number(box.split(" ")[1])] as const);
  return tops.toSorted(([, a], [, b]) => a - b).map(([id]) => id);
}

async function dragBy(page: Page, grip: Locator, x: number, y: number): Promise<void> {
  const box = await grip.boundingBox();
  if (!box) throw new Error("what is to be dragged is not there");
  const [fromX, fromY] = [box.x + Math.min(40, box.width / 2), box.y + box.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + x / 2, fromY + y / 2, { steps: 3 });
  await page.mouse.move(fromX + x, fromY + y, { steps: 3 });
  await page.mouse.up();
}

test("a board is arranged by pointer and keyboard, undone, saved, left and found again", async ({
  page,
  context,
  server,
  noise,
  upstream,
}) => {
  test.setTimeout(180_000);
  await page.goto("/signup");
  await expect(page.getByLabel("Name", { exact: true }), "the first field has the focus").toBeFocused();
  await signUp(page);
  await page.goto(BOARD);
  await untilLive(page);
  const before = await boxes(page);
  const watching = await context.newPage();
  const loaded: string[] = [];
  watching.on("request", (request) => loaded.push(request.url()));
  await countLayoutShifts(watching);
  await watching.goto(BOARD);
  await untilLive(watching);

  await test.step("edit mode is explicit and nothing jumps", async () => {
    await expect(page.locator("[data-handle]")).toHaveCount(0);
    await page.keyboard.press("e");
    await expect(page.getByRole("toolbar", { name: "Editing" })).toBeVisible();
    expect(await boxes(page)).toEqual(before);
  });

  await test.step("a panel is moved and sized by the keyboard, each step said; Escape takes it back", async () => {
    await handle(page, "Processes").focus();
    await page.keyboard.press("ArrowRight");
    await expect(said(page)).toHaveText("Processes goes no further");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(said(page)).toHaveText("Processes, column 11, row 1, 2 wide, 4 high");
    await page.keyboard.press("ArrowLeft");
    await expect(said(page)).toHaveText("Processes, column 10, row 1, 2 wide, 4 high");
    await expect(saving(page)).toHaveText("Unsaved changes");
    await page.keyboard.press("Escape");
    await expect(said(page)).toHaveText("Processes is back where it was");
    expect(await boxes(page)).toEqual(before);
  });

  await test.step("a panel is dragged; undo and redo by keys", async () => {
    await dragBy(page, handle(page, "Processor"), 0, 122);
    await expect(said(page)).toHaveText("Processor, column 1, row 4, 2 wide, 3 high");
    const dragged = await boxes(page);
    expect(dragged.get("memory")).toEqual(before.get("memory"));
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => boxes(page)).toEqual(before);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect.poll(() => boxes(page)).toEqual(dragged);
    const end = await page.evaluate(() => document.documentElement.scrollHeight);
    await dragBy(page, handle(page, "Processor"), 0, 9_000);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(end + 200);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => boxes(page)).toEqual(dragged);
    await handle(page, "Processes").click();
    await dragBy(page, page.locator("[data-frame=processes] [data-edge=sw]"), -100, 40);
    await expect(said(page)).toHaveText("Processes, column 10, row 1, 3 wide, 4 high");
  });

  await test.step("a new threshold has the focus, so that its value is typed; removed, the button that adds has it", async () => {
    await handle(page, "Processes").press("Enter");
    await press(page, "Add threshold");
    const added = drawer(page, "Processes").getByRole("group", { name: "Threshold 1" });
    await expect(added.getByLabel("Value")).toBeFocused();
    await page.keyboard.type("300");
    await expect(added.getByLabel("Value")).toHaveValue("300");
    await press(page, "Remove threshold 1");
    await expect(page.getByRole("button", { name: "Add threshold" })).toBeFocused();
    await page.keyboard.press("Escape");
  });

  await test.step("leaving asks, and Discard restores", async () => {
    await page.keyboard.press("e");
    const asked = page.getByRole("dialog", { name: "Unsaved changes" });
    await asked.getByRole("button", { name: "Stay" }).click();
    await press(page, "Discard");
    await expect.poll(() => boxes(page)).toEqual(before);
    await expect(saving(page)).toHaveText("");
  });

  await test.step("what is saved, whoever watches sees without a reload, and nothing else of it moves", async () => {
    await watching.evaluate(() => document.querySelector("[data-panel=table]")?.setAttribute("data-witness", ""));
    await retitle(page, "Load", "Load, all");
    await page.keyboard.press("Shift+ArrowUp");
    await save(page);
    await expect(panel(watching, "Load, all")).toBeVisible();
    const [mine, theirs] = [await boxes(page), await boxes(watching)];
    expect(theirs.get("loads")).toBe(mine.get("loads"));
    for (const [id, box] of before) if (id !== "loads") expect(theirs.get(id)).toBe(box);
    await expect(watching.locator("[data-panel=table][data-witness]")).toBeVisible();
    expect(loaded.filter((url) => url.includes("/assets/editor-"))).toEqual([]);
  });

  await test.step("on other screens nothing shifts but the panels that an edit moved", async () => {
    const there = await boxes(watching);
    await layoutShifts(watching);
    // An axis that becomes another one meanwhile is no shift either.
    upstream.route("/metrics", machineAnswer({ ...many, load15: 7 }));
    await expect(panel(watching, "Load, all").locator(".plot").getByText("8", { exact: true })).toBeAttached();
    await dragBy(page, handle(page, "Memory"), 0, 122);
    await save(page);
    await expect.poll(() => boxes(watching)).toEqual(await boxes(page));
    const moved = [...(await boxes(watching))].filter(([id, box]) => there.get(id) !== box).map(([id]) => id);
    expect(moved).toContain("memory");
    const shifted: string[] = [];
    await expect.poll(async () => shifted.push(...(await layoutShifts(watching)).panels)).toBeGreaterThan(0);
    expect(shifted.filter((id) => !moved.includes(id))).toEqual([]);
  });

  await test.step("a phone has an order of its own", async () => {
    await press(page, "Phone layout");
    await handle(page, "Processes").focus();
    const [, row] = /row (\d+)/.exec((await handle(page, "Processes").getAttribute("aria-label")) ?? "") ?? [];
    await page.keyboard.press("ArrowUp");
    await expect(said(page)).not.toHaveText(new RegExp(`row ${row}\\b`));
    await page.getByRole("button", { name: "Phone layout" }).click();
    const there = await boxes(watching);
    await save(page);
    await watching.setViewportSize({ width: 390, height: 800 });
    await expect.poll(async () => (await inColumn(watching)).slice(0, 6).indexOf("processes")).toBeLessThan(5);
    await watching.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => boxes(watching)).toEqual(there);
  });

  await test.step("a removed panel comes back by Undo, at its place; copies are pasted, and garbage is refused", async () => {
    const there = await boxes(page);
    await handle(page, "Memory").focus();
    await page.keyboard.press("Delete");
    await expect(panel(page, "Memory")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => boxes(page)).toEqual(there);
    await handle(page, "Disk, /").focus();
    await page.keyboard.press("ControlOrMeta+c");
    await page.keyboard.press("ControlOrMeta+v");
    await expect(panel(page, "Disk, /")).toHaveCount(2);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", '{"schema":1,"title":"x","panels":[{"id":"a"}]}');
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
    });
    await expect(page.getByText("What was copied is no panel.")).toBeVisible();
    await expect(page.getByText("panels[0]")).toBeVisible();
  });

  await test.step("unsaved work survives a reload and a killed server", async () => {
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByRole("button", { name: "Continue" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(panel(page, "Disk, /")).toHaveCount(2);
    noise.allowLostServer();
    noise.allow(/503|Failed to fetch|ERR_/);
    await server.kill();
    await page.keyboard.press("ControlOrMeta+s");
    await expect(saving(page)).toHaveText("Not saved");
    await expect(page.getByText("save again when it is back")).toBeVisible();
    await server.restart();
    await save(page);
    await expect(panel(watching, "Disk, /")).toHaveCount(2, { timeout: 20_000 });
  });

  await test.step("signed out while editing, nothing is lost: signed in elsewhere, it is saved", async () => {
    await retitle(page, "Processes", "Processes, all");
    await context.clearCookies();
    await page.keyboard.press("ControlOrMeta+s");
    await expect(page.getByText("You are signed out. Your changes are kept in this browser")).toBeVisible();
    const [login] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Sign in in another tab" }).click(),
    ]);
    await login.getByLabel("Email").fill(ada.email);
    await login.getByLabel("Password").fill(ada.password);
    await login.getByRole("button", { name: "Sign in" }).click();
    await login.waitForURL(/\/w\//);
    await save(page);
    await expect(panel(page, "Processes, all")).toBeVisible();
  });
});
