import type { Page } from "@playwright/test";
import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { countingAnswers } from "./fixtures/machine-figures";
import { ada, expect, signUp, test } from "./fixtures/test";
import { recordSockets } from "./fixtures/wire";

test.use({ machine: "scripted" });

const CODES = "close-codes";
const WALL = `${BOARD}?kiosk=1`;

/** A browser has no way to hide a page that a test looks at, so the page is told that it is. */
async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: visibility });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** Keeps the codes with which the page's sockets were closed, also over its next document. */
async function keepCloseCodes(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    globalThis.WebSocket = class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        this.addEventListener("close", ({ code }) => {
          sessionStorage.setItem(name, `${sessionStorage.getItem(name) ?? ""}${code} `);
        });
      }
    };
  }, CODES);
}

async function logOut(page: Page): Promise<void> {
  await page.goto(BOARD);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Log out" }).click();
}

test("logging out in another tab closes the socket at once, and the open page goes to the login page; a wall goes there as well, and is a wall again", async ({
  context,
  page,
  upstream,
}) => {
  upstream.route("/metrics", countingAnswers(["cpu_usage_percent"]));
  await signUp(page);
  await untilLive(page);
  await keepCloseCodes(page);
  const sockets = recordSockets(page);
  await page.goto(BOARD);
  await untilLive(page);
  const [socket] = sockets;
  if (!socket) throw new Error("The page opened no socket.");
  await expect.poll(() => socket.frames("data_update").length).toBeGreaterThan(1);
  expect(socket.closedAt).toBeNull();

  const other = await context.newPage();
  const wall = await context.newPage();
  await wall.goto(WALL);
  await expect(wall.getByRole("status")).toHaveText("Live");
  await other.goto(BOARD);
  await other.getByRole("button", { name: "Account" }).click();
  const asked = Date.now();
  await other.getByRole("button", { name: "Log out" }).click();
  await expect.poll(() => socket.closedAt, { intervals: [50] }).not.toBeNull();
  expect((socket.closedAt ?? Number.POSITIVE_INFINITY) - asked).toBeLessThan(5_000);
  expect(socket.frames("bye")).toMatchObject([{ code: 4501 }]);
  expect(socket.received.at(-1)?.frame.type, "the last frame").toBe("bye");

  await expect(page).toHaveURL(`/login?redirectTo=${encodeURIComponent(BOARD)}`);
  expect(await page.evaluate((name) => sessionStorage.getItem(name), CODES)).toBe("4501 ");
  await other.waitForURL((url) => url.pathname === "/");
  const since = Date.now();
  await expect(wall).toHaveURL(`/login?redirectTo=${encodeURIComponent(WALL)}`);
  await wall.getByLabel("Email").fill(ada.email);
  await wall.getByLabel("Password").fill(ada.password);
  await wall.getByRole("button", { name: "Sign in" }).click();
  await expect(wall).toHaveURL(WALL);
  await expect(wall.getByRole("status")).toHaveText("Live");
  // Long enough for the first tries of a client that would come back.
  await page.waitForTimeout(Math.max(0, since + 5_000 - Date.now()));
  expect(sockets, "sockets of the first page").toHaveLength(1);
});

test("a hidden page that is signed out keeps its values until it is seen", async ({ context, page, upstream }) => {
  upstream.route("/metrics", countingAnswers(["cpu_usage_percent"]));
  await signUp(page);
  await untilLive(page);
  const value = panel(page, "Processor").locator("b").first();
  // The first value may still be from when nobody watched and an older one was fresh enough.
  const first = await value.innerText();
  await expect.poll(() => value.innerText()).not.toBe(first);
  await setVisibility(page, "hidden");
  await logOut(await context.newPage());

  await expect(badge(page)).toHaveText("Signed out");
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute(
    "href",
    `/login?redirectTo=${encodeURIComponent(BOARD)}`,
  );
  await expect(value).toHaveText(/\d/);
  await setVisibility(page, "visible");
  await expect(page).toHaveURL(/\/login\?redirectTo=/);
});
