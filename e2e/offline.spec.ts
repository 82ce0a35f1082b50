import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";
import { recordSockets } from "./fixtures/wire";

test.use({ machine: "scripted" });

test("without a network the badge says so, values age before one's eyes, and all comes back by itself", async ({
  context,
  page,
  noise,
  upstream,
}) => {
  noise.allowLostServer();
  noise.allow(/ERR_INTERNET_DISCONNECTED/);
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  const sockets = recordSockets(page);
  await page.clock.install();
  await page.goto(BOARD);
  await untilLive(page);
  // From its first refresh with somebody watching on, the source is said to be read every 2 s, not each minute.
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);
  const processor = panel(page, "Processor");
  await expect(processor).toHaveAttribute("data-state", "fresh");
  await page.evaluate(() => {
    document.body.dataset["untouched"] = "yes";
  });

  await context.setOffline(true);
  const cut = Date.now();
  await expect(badge(page)).toHaveText("Offline", { timeout: 5_000 });
  upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 77 }));
  await expect(processor).toHaveAttribute("data-state", "late", { timeout: 20_000 });
  await expect(processor).toContainText(/Late 1\d s/);
  await expect(processor).toHaveAttribute("data-state", "stale", { timeout: 20_000 });
  const staleAfter = Date.now() - cut;
  await expect(processor).toContainText("12.5");
  await expect(processor).toContainText(/Stale 2\d s/);
  // The machine is read every 2 s, judged by the 5 s of beats: late from 10 s on, stale from 20 s on.
  expect(staleAfter).toBeGreaterThan(13_000);
  expect(staleAfter).toBeLessThan(23_000);
  const charts = page.locator('[data-panel]:not([data-panel="sources"])');
  await expect(charts.and(page.locator('[data-state="fresh"]'))).toHaveCount(0);
  await expect(panel(page, "Sources").getByRole("row").filter({ hasText: "This machine" })).toContainText("Stale");

  await context.setOffline(false);
  await untilLive(page);
  await expect(processor).toContainText("77");
  await expect(processor).toHaveAttribute("data-state", "fresh");
  expect(await page.evaluate(() => document.body.dataset["untouched"]), "the page was not loaded anew").toBe("yes");
  expect(sockets.at(-1)?.frames("snapshot")).toMatchObject([{ full: false }]);

  await context.setOffline(true);
  await expect(badge(page)).toHaveText("Offline", { timeout: 5_000 });
  upstream.route("/metrics", machineAnswer({ cpu_usage_percent: 88 }));
  await page.clock.fastForward("10:00");
  await expect(processor).toContainText("Stale 10 min");
  await context.setOffline(false);
  await untilLive(page);
  await expect(processor).toContainText("88");
  await expect(processor).toHaveAttribute("data-state", "fresh");
  expect(await page.evaluate(() => document.body.dataset["untouched"]), "nor this time").toBe("yes");
  expect(sockets.at(-1)?.frames("snapshot"), "one catch-up").toMatchObject([{ full: false }]);

  await test.step("a longer range that is chosen without a network is told as not fetched, and comes with the network", async () => {
    // What fetches it has not been loaded before.
    const notFetched = page.getByText("The past could not be fetched.");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect(notFetched).toBeAttached();
    await expect(processor).toContainText("88");
    const fetched = page.waitForResponse((response) => /\/history\?/.test(response.url()) && response.ok());
    await context.setOffline(false);
    await fetched;
    await expect(notFetched).not.toBeAttached();
  });
});
