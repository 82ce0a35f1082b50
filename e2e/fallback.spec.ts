import type { Locator, Page } from "@playwright/test";
import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

test("where WebSockets are blocked, and event streams too, a board goes on, says by what, and comes up again", async ({
  context,
  page,
  noise,
  upstream,
}) => {
  const blocked = { sockets: true, events: false };
  await context.routeWebSocket(/\/live\//, (socket) => {
    if (blocked.sockets) void socket.close();
    else socket.connectToServer();
  });
  await context.route(/\/live\/[^/]+\/events/, (route) => (blocked.events ? route.abort() : route.continue()));
  noise.allow(/ERR_FAILED.*\/events/);
  await page.clock.install();
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  await page.goto(BOARD);
  await untilLive(page);
  await expect(carrier(page)).toHaveText("SSE");
  const words = await recordWords(page);
  const processor = panel(page, "Processor");
  const moves = async (value: number) => {
    upstream.route("/metrics", machineAnswer({ cpu_usage_percent: value }));
    await expect(processor).toContainText(String(value));
    await expect(processor).toHaveAttribute("data-state", "fresh");
  };
  await moves(41);

  // The stream that is open goes quiet, and another does not come about.
  blocked.events = true;
  await page.clock.fastForward(40_000);
  await expect(carrier(page)).toHaveText("polling");
  await moves(42);

  blocked.sockets = false;
  // The page's clock stays: while a line is in use, moving it would make what arrives late by as much.
  await page.evaluate(() => globalThis.dispatchEvent(new Event("online")));
  await expect(carrier(page)).toHaveText("WebSocket");
  await moves(43);
  expect(await words(), "nobody saw it").toEqual([]);
});

/** What the badge says of the line. */
function carrier(page: Page): Locator {
  return page.getByRole("group", { name: "Connection" }).locator("[role=status] + span");
}

/** Each word of the badge from now on that is another than before. */
async function recordWords(page: Page): Promise<() => Promise<string[]>> {
  const words = await badge(page).evaluateHandle((element) => {
    const said: string[] = [];
    const hear = () => said.push(element.textContent);
    new MutationObserver(hear).observe(element, { characterData: true, childList: true, subtree: true });
    return said;
  });
  return () => words.jsonValue();
}
