import type { Page } from "@playwright/test";
import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { countingAnswers } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

declare global {
  /** What has moved on the page by itself, as the browser scores it: a sum. */
  var shifted: number;
}

test("a board opens and lives without moving, keeps its theme from the first byte, and says its charts in words", async ({
  page,
  upstream,
}) => {
  upstream.route("/metrics", countingAnswers(["load1", "processes_total"]));
  await signUp(page);
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && !("hadRecentInput" in entry && entry.hadRecentInput)) {
          globalThis.shifted += Number(entry.value);
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });

  await test.step("nothing moves while it opens, nor while it lives", async () => {
    await page.goto(BOARD);
    await untilLive(page);
    await upstream.asked("/metrics", upstream.count("/metrics") + 4);
    await expect(page.locator(".plot-line").first()).toBeAttached();
    expect(await page.evaluate(() => globalThis.shifted), "layout shift").toBeLessThan(0.1);
  });

  await test.step("nothing on it moves for who wants no motion: a change is there and gone, in no time between", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const load = panel(page, "Load, 1 min");
    const before = await load.locator("b").first().innerText();
    await expect(load.locator("b").first()).not.toHaveText(before);
    expect(await longestAnimation(page), "milliseconds of the longest animation").toBeLessThanOrEqual(1);
  });

  await test.step("each chart has a name, and its figures are a table", async () => {
    const chart = panel(page, "Load");
    await expect(chart.getByRole("slider", { name: "Load, values over time" })).toHaveAttribute("aria-valuetext", /./);
    await expect(chart.getByRole("table", { name: /^Load/ }).getByRole("row")).toHaveCount(4);
  });

  await test.step("the dark theme is in the answer itself, and charts follow", async () => {
    const light = await strokeOf(page);
    await page.context().addCookies([{ name: "theme", value: "dark", url: page.url() }]);
    const response = await page.goto(BOARD);
    expect(await response?.text()).toMatch(/<html[^>]*class="dark"/);
    await untilLive(page);
    await expect(page.locator(".plot-line").first()).toBeAttached();
    expect(await strokeOf(page)).not.toBe(light);
  });
});

/** The colour in which the first chart draws its line. */
function strokeOf(page: Page): Promise<string> {
  return page
    .locator(".plot-line")
    .first()
    .evaluate((path) => getComputedStyle(path).stroke);
}

/** Of all that run now: how long they take, without what they wait before. */
function longestAnimation(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration ?? 0))),
  );
}
