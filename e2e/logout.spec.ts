import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { expect, signUp, test } from "./fixtures/test";
import { recordSockets } from "./fixtures/wire";

declare global {
  /** Journeys only: the codes with which the page's sockets were closed. */
  var closeCodes: number[];
}

test("logging out in another tab closes the socket at once, and nothing comes after", async ({ context, page }) => {
  await signUp(page);
  await untilLive(page);
  await page.addInitScript(() => {
    globalThis.closeCodes = [];
    globalThis.WebSocket = class extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        this.addEventListener("close", ({ code }) => globalThis.closeCodes.push(code));
      }
    };
  });
  const sockets = recordSockets(page);
  await page.goto(BOARD);
  await untilLive(page);
  const [socket] = sockets;
  if (!socket) throw new Error("The page opened no socket.");
  await expect.poll(() => socket.frames("data_update").length).toBeGreaterThan(1);
  expect(socket.closedAt).toBeNull();

  const other = await context.newPage();
  await other.goto(BOARD);
  await other.getByRole("button", { name: "Account" }).click();
  const asked = Date.now();
  await other.getByRole("button", { name: "Log out" }).click();
  await expect.poll(() => socket.closedAt, { intervals: [50] }).not.toBeNull();
  expect((socket.closedAt ?? Number.POSITIVE_INFINITY) - asked).toBeLessThan(5_000);
  expect(socket.frames("bye")).toMatchObject([{ code: 4501 }]);
  expect(await page.evaluate(() => closeCodes)).toEqual([4501]);
  expect(socket.received.at(-1)?.frame.type, "the last frame").toBe("bye");

  await expect(badge(page)).toHaveText("Closed");
  await page.getByRole("group", { name: "Connection" }).hover();
  await expect(page.getByRole("tooltip")).toContainText(/signed out/i);
  // What was read with the session does not stay readable without it.
  await expect(panel(page, "Processor").locator("b")).toHaveCount(0);
  await other.waitForURL((url) => url.pathname === "/");
  // Long enough for the first tries of a client that would come back.
  await page.waitForTimeout(5_000);
  expect(sockets, "sockets of the first page").toHaveLength(1);
  await page.reload();
  await expect(page).toHaveURL(/\/login\?redirectTo=/);
});
