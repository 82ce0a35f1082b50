import type { Page } from "@playwright/test";
import type { SingleAnswer } from "../sources/testing/upstream-answer";
import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { openViewers } from "./fixtures/raw-viewers";
import { addSource, fillSource } from "./fixtures/source-form";
import { expect, signUp, test } from "./fixtures/test";
import { gapStatistics, tickTimes } from "./fixtures/ticks";

test.use({ machine: "scripted" });

interface Trouble {
  readonly name: string;
  readonly answer: SingleAnswer;
  /** What the screen says of it. */
  readonly says: RegExp;
  /** Milliseconds until a refresh has failed of it at the latest. */
  readonly within: number;
}

/** Those that differ on the screen; sources/faults.test.ts has all of them, for every kind of source. */
const troubles: Trouble[] = [
  { name: "answers 500", answer: { do: "answer", status: 500 }, says: /Upstream answered 500/, within: 10_000 },
  {
    name: "sends a web page",
    answer: { do: "answer", body: "<!doctype html><p>Sign in", headers: { "content-type": "text/html" } },
    says: /answers with a web page, not with metrics/,
    within: 10_000,
  },
  { name: "sends 50 MB", answer: { do: "flood", bytes: 50_000_000 }, says: /larger than 5 MB/, within: 15_000 },
  { name: "hangs", answer: { do: "hang" }, says: /no answer within 5 s/, within: 20_000 },
];

test("a source in trouble keeps its last good value, says why in words, holds up no other and recovers by itself", async ({
  page,
  upstream,
}) => {
  test.setTimeout(240_000);
  upstream.route("/metrics", machineAnswer());
  upstream.route("/tick", { do: "answer", body: "tick 1\n" });
  await signUp(page);
  await addSource(page, { name: "Tick", url: `${upstream.url}/tick` });
  await page.goto(BOARD);
  await untilLive(page);
  await openViewers(page, 1, ["tick.*"]);

  for (const [i, { name, answer, says, within }] of troubles.entries()) {
    await test.step(name, async () => {
      const good = 20 + i;
      upstream.route("/metrics", machineAnswer({ cpu_usage_percent: good }));
      await expectGood(page, good);
      upstream.route("/metrics", answer);
      await expectFailing(page, says, { good, within });
      const ticks = upstream.count("/tick");
      const tries = upstream.count("/metrics");
      await upstream.asked("/tick", ticks + 3);
      expect(upstream.count("/metrics") - tries, "tries while Tick was read three times").toBeLessThanOrEqual(3);
      // The upstream is well again: nobody presses anything.
      upstream.route("/metrics", machineAnswer({ cpu_usage_percent: good + 50 }));
      upstream.release("/metrics");
      await expectGood(page, good + 50);
    });
  }
});

async function expectGood(page: Page, figure: number): Promise<void> {
  const processor = panel(page, "Processor");
  await expect(processor).toContainText(figure.toFixed(1), { timeout: 30_000 });
  await expect(processor).toHaveAttribute("data-state", "fresh", { timeout: 30_000 });
}

async function expectFailing(page: Page, says: RegExp, { good, within }: { good: number; within: number }) {
  const processor = panel(page, "Processor");
  await expect(processor).toHaveAttribute("data-state", "failing", { timeout: within });
  await expect(processor).toContainText(good.toFixed(1));
  await expect(processor).toContainText(says);
  await expect(processor).toContainText("Failing");
  const sources = panel(page, "Sources");
  await expect(sources.getByRole("row").filter({ hasText: "This machine" })).toContainText("Failing");
  await expect(sources).toContainText(says);
  await expect(sources.getByRole("row").filter({ hasText: "Tick" })).toContainText("Fresh");
}

test.describe("where private addresses are refused", () => {
  test.use({ vars: { ALLOW_PRIVATE_EGRESS: "false" } });

  test("neither a form nor a redirect leads to one", async ({ page, upstream }) => {
    upstream.route("/metrics", machineAnswer());
    upstream.route("/secret", machineAnswer({ cpu_usage_percent: 99 }));
    await signUp(page);
    await untilLive(page);
    await expectGood(page, 12.5);
    for (const to of ["http://10.0.0.1/metrics", "http://[::1]:9/metrics", "http://169.254.169.254/latest/meta-data"]) {
      upstream.route("/metrics", { do: "redirect", to });
      await expectRedirectRefused(page);
      upstream.route("/metrics", machineAnswer());
      await expectGood(page, 12.5);
    }
    await page.goto("/w/harbour/sources/new");
    await fillSource(page, { name: "Inside", url: `${upstream.url}/secret` });
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "The address is private." })).toBeVisible();
    expect(upstream.count("/secret")).toBe(0);
  });
});

async function expectRedirectRefused(page: Page): Promise<void> {
  const processor = panel(page, "Processor");
  await expect(processor).toHaveAttribute("data-state", "failing");
  await expect(processor).toContainText(/redirects to one that may not be read/);
  await expect(processor).toContainText("12.5");
}

test("six sources that hang do not hold up one that is read each second", async ({ page, upstream }) => {
  const prove = process.env.DELTABOARD_PROVE === "1";
  test.setTimeout(prove ? 400_000 : 180_000);
  upstream.route("/tick", { do: "answer", body: "tick 1\n" });
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  await addSource(page, { name: "Tick", url: `${upstream.url}/tick` });
  const hanging = Array.from({ length: 6 }, (_, i) => `/hang${i + 1}`);
  for (const path of hanging) {
    upstream.route(path, { do: "answer", body: "value 1\n" });
    await addSource(page, { name: `Hang ${path.at(-1)}`, url: upstream.url + path });
  }
  await openViewers(page, 1, ["*"]);
  await upstream.asked("/tick", upstream.count("/tick") + 3);
  const alone = gapStatistics(await tickTimes(upstream, "/tick", prove ? 60 : 12));
  for (const path of hanging) upstream.route(path, { do: "hang" });
  const beside = gapStatistics(await tickTimes(upstream, "/tick", prove ? 240 : 30));
  expect(hanging.filter((path) => upstream.count(path) === 0)).toEqual([]);
  expect(Math.max(...hanging.map((path) => upstream.hanging(path))), "still hanging").toBe(1);
  test.info().annotations.push({ type: "ticks", description: JSON.stringify({ alone, beside }) });
  // A tenth of the interval at the most, and what this machine's noise adds to the same ticks without any that hang.
  expect(beside.median).toBeLessThanOrEqual(Math.max(1_100, alone.median + 100));
  expect(beside.p95).toBeLessThanOrEqual(Math.max(1_100, alone.p95 + 100));
});
