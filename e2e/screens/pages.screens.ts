import type { Page } from "@playwright/test";
import { BOARD, untilLive } from "../fixtures/board-page";
import { signUp, test } from "../fixtures/test";
import { desk, deskAndPhone, shoot, type Width } from "./shoot";

/** Each page by the name of its picture. */
const pages: readonly [name: string, path: string, widths: readonly Width[]][] = [
  ["boards", "/w/harbour", deskAndPhone],
  ["team", "/w/harbour/b/team", deskAndPhone],
  ["keys", "/w/harbour/keys", deskAndPhone],
  ["key", "/w/harbour/keys/node.load1", deskAndPhone],
  ["templates", "/w/harbour/templates", deskAndPhone],
  ["template", "/w/harbour/templates/weather", desk],
  ["sources", "/w/harbour/sources", deskAndPhone],
  ["source", "/w/harbour/sources/node", deskAndPhone],
  ["source-new", "/w/harbour/sources/new", deskAndPhone],
  ["alerts", "/w/harbour/alerts", deskAndPhone],
  [
    "alert-rule",
    "/w/harbour/alerts/rule?key=node.disk_used_percent.*&value=90&severity=critical&name=Disk",
    deskAndPhone,
  ],
  ["import", "/w/harbour/import", desk],
  ["board-settings", `${BOARD}/settings`, desk],
  ["members", "/w/harbour/settings/members", desk],
  ["workspaces", "/workspaces", deskAndPhone],
  ["api-keys", "/w/harbour/settings/keys", desk],
  ["not-found", "/w/harbour/b/no-such-board", desk],
];

/** So long the first board runs before its picture: charts of one point say little. */
const WARM = 45_000;

test("every page", async ({ browser, noise, page, server }) => {
  noise.allow(/./);
  const stranger = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  for (const [name, path] of [
    ["start", "/"],
    ["login", "/login"],
    ["signup", "/signup"],
  ] as const) {
    await stranger.goto(path);
    await shoot(stranger, name, deskAndPhone);
  }
  await stranger.context().close();
  await signUp(page);
  await page.goto(BOARD);
  await untilLive(page);
  await page.waitForTimeout(WARM);
  await shoot(page, "board", [1440, 390, 3840]);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const rule of rules) await makeRule(page, rule);
  for (const [name, path, widths] of pages) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await shoot(page, name, widths);
  }
  await opened(page);
});

/** One that fires, and one that does not. */
const rules = [
  { name: "Memory in use", key: "node.memory_used_bytes", value: "1", for: "0", severity: "critical" },
  { name: "Disk nearly full", key: "node.disk_used_percent.*", value: "99.9", for: "300000", severity: "warning" },
];

async function makeRule(page: Page, rule: Record<string, string>): Promise<void> {
  await page.goto(`/w/harbour/alerts/rule?${new URLSearchParams(rule)}`);
  await page.getByRole("button", { name: "Save rule" }).click();
  await page.waitForURL(/alerts\?saved=/);
}

/** What opens over a board, and its other ways to be looked at. */
async function opened(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${BOARD}?edit=1`);
  await shoot(page, "edit", deskAndPhone, 2_000);
  await page.goto(`${BOARD}?kiosk=1`);
  await shoot(page, "wall", [3840, 1440], 2_500);
  await page.goto(`${BOARD}?panel=cpu-cores`);
  await untilLive(page);
  await shoot(page, "panel", deskAndPhone);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(BOARD);
  await untilLive(page);
  await page.keyboard.press("ControlOrMeta+k");
  await shoot(page, "palette", desk);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await shoot(page, "shortcuts", desk);
}
