import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { BoardDocument } from "../core/boards/document";
import type { Threshold } from "../core/boards/threshold";
import { panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { addSource } from "./fixtures/source-form";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const thresholds: Threshold[] = [
  { above: 80, level: "warning", name: "Budget" },
  { above: 95, level: "critical" },
];
const cpu = "node.cpu_usage_percent";
const cores = "node.cpu_core_usage_percent.*";
const words = [
  "# Runbook",
  "- [x] first\n- [ ] second",
  "| part | state |\n|---|---|\n| mail | down |",
  "[bad](javascript:alert(1)) <img src=x onerror=alert(1)> ![a map](https://example.org/map.png) [good](https://example.org)",
];
const board: BoardDocument = {
  schema: 1,
  title: "Every kind",
  panels: [
    { id: "now", type: "section", title: "Now", place: { x: 0, y: 0, w: 12, h: 1 } },
    { id: "stat", type: "stat", title: "Processor", key: cpu, thresholds, place: { x: 0, y: 1, w: 2, h: 3 } },
    { id: "nothing", type: "stat", title: "Nothing", key: "node.nothing", place: { x: 2, y: 1, w: 2, h: 3 } },
    {
      id: "gauge",
      type: "gauge",
      title: "Dial",
      key: cpu,
      min: 0,
      max: 100,
      thresholds,
      place: { x: 0, y: 4, w: 2, h: 4 },
    },
    { id: "tick", type: "stat", title: "Tick", key: "tick.tick", decimals: 1, place: { x: 2, y: 4, w: 2, h: 4 } },
    {
      id: "bars",
      type: "bar",
      title: "Cores",
      over: "keys",
      series: [{ key: cores }],
      thresholds,
      place: { x: 4, y: 1, w: 4, h: 7 },
    },
    {
      id: "ring",
      type: "pie",
      title: "Memory",
      series: [
        { key: "node.memory_used_bytes", name: "Used" },
        { key: "node.memory_available_bytes", name: "Available" },
      ],
      place: { x: 8, y: 1, w: 4, h: 3 },
    },
    {
      id: "grid",
      type: "grid",
      title: "Health",
      keys: ["node.up", cores],
      thresholds,
      place: { x: 8, y: 4, w: 4, h: 4 },
    },
    { id: "course", type: "section", title: "Course", place: { x: 0, y: 8, w: 12, h: 1 } },
    { id: "line", type: "line", title: "Lines", series: [{ key: cpu }], thresholds, place: { x: 0, y: 9, w: 4, h: 6 } },
    {
      id: "means",
      type: "bar",
      title: "Means",
      over: "time",
      series: [{ key: cores }],
      stacked: true,
      place: { x: 4, y: 9, w: 4, h: 6 },
    },
    { id: "words", type: "text", title: "Words", text: words.join("\n\n"), place: { x: 8, y: 9, w: 4, h: 6 } },
    { id: "later", type: "section", title: "Later", folded: true, place: { x: 0, y: 15, w: 12, h: 1 } },
    { id: "sources", type: "status", title: "Sources", place: { x: 0, y: 16, w: 12, h: 4 } },
  ],
};

const figures = { up: 1, nothing: Number.NaN };

test("every kind of panel: figures of one width, units by language, thresholds by shape and word, folded sections, a failing source beside one that goes on", async ({
  page,
  browser,
  upstream,
  noise,
}) => {
  test.setTimeout(120_000);
  upstream.route("/metrics", machineAnswer({ ...figures, cpu_usage_percent: 12.5 }));
  upstream.route("/tick", { do: "answer", body: "tick 1234.5\n" });
  await signUp(page);
  await addSource(page, { name: "Tick", url: `${upstream.url}/tick` });
  await importBoard(page);

  await test.step("a number has its unit, its change and its course, and its width stays while it changes", async () => {
    const stat = panel(page, "Processor");
    await expect(stat).toContainText("12.5");
    const width = () => stat.getByText(/^\d\d\.\d$/).evaluate((one) => one.getBoundingClientRect().width);
    const before = await width();
    upstream.route("/metrics", machineAnswer({ ...figures, cpu_usage_percent: 47.1 }));
    await expect(stat).toContainText("47.1");
    expect(await width()).toBe(before);
    await expect(stat).toContainText(/\+34\.6 pp in \d+ s/);
    await expect(stat.locator("svg path").first()).toHaveAttribute("d", /^M.+L/);
    await expect(panel(page, "Nothing").getByText("-", { exact: true })).toBeVisible();
    await expect(panel(page, "Nothing")).not.toContainText("NaN");
  });

  await test.step("numbers are written in the reader's language, with their units", async () => {
    await expect(panel(page, "Tick")).toContainText("1,234.5");
    await expect(panel(page, "Memory")).toContainText("8.00 GiB");
    const german = await browser.newContext({ storageState: await page.context().storageState(), locale: "de-DE" });
    const other = await german.newPage();
    await other.goto(page.url());
    await expect(panel(other, "Tick")).toContainText("1.234,5");
    await expect(panel(other, "Memory")).toContainText("8,00 GiB");
    await german.close();
  });

  await test.step("past a threshold each kind says so by shape, colour and word; the axis shows its line", async () => {
    for (const [value, level, word] of [
      [85, "warning", "Above 80 %"],
      [97, "critical", "Critical, above 95 %"],
    ] as const) {
      const core = { 'cpu_core_usage_percent{core="1"}': value };
      upstream.route("/metrics", machineAnswer({ ...figures, ...core, up: 0, cpu_usage_percent: value }));
      for (const title of ["Processor", "Dial", "Cores", "Health", "Lines"]) {
        await expect(panel(page, title)).toHaveAttribute("data-threshold", level);
      }
      await expect(panel(page, "Processor")).toContainText(word);
      await expect(panel(page, "Dial")).toContainText(word);
    }
    await expect(panel(page, "Health")).toContainText("1 critical1 down");
    await expect(panel(page, "Lines")).toContainText("Budget 80 %");
    await expect(panel(page, "Dial").getByRole("meter")).toHaveAttribute("aria-valuetext", "97.0 %");
    await panel(page, "Memory").getByRole("img", { name: "Used: 8.00 GiB, 25.0 %" }).focus();
    await expect(panel(page, "Memory").locator("text").first()).toHaveText("8.00");
  });

  await test.step("a press on a name in a legend leaves its series out, with Alt it alone is left; a live update changes neither", async () => {
    const names = panel(page, "Means").getByRole("list").getByRole("button");
    const drawn = panel(page, "Means").locator('rect[fill="var(--c1)"], rect[stroke="var(--c1)"]');
    await expect(names).toHaveCount(2);
    await expect(drawn).not.toHaveCount(0);
    await names.first().click();
    await expect(names.first()).toHaveAttribute("aria-pressed", "false");
    await expect(drawn).toHaveCount(0);
    upstream.route("/metrics", machineAnswer({ ...figures, cpu_usage_percent: 96 }));
    await expect(panel(page, "Processor")).toContainText("96.0");
    await expect(drawn).toHaveCount(0);
    await names.first().click({ modifiers: ["Alt"] });
    await expect(names.last()).toHaveAttribute("aria-pressed", "false");
    await names.first().press("Enter");
    await expect(names.last()).toHaveAttribute("aria-pressed", "true");
    upstream.route("/metrics", machineAnswer({ ...figures, cpu_usage_percent: 97 }));
    await expect(panel(page, "Processor")).toContainText("97.0");
  });

  await test.step("a text makes nothing of its writer's HTML and loads nothing", async () => {
    const text = panel(page, "Words");
    await expect(text.getByRole("heading", { name: "Runbook", level: 3 })).toBeVisible();
    await expect(text.getByRole("cell", { name: "down" })).toBeVisible();
    await expect(text.locator("img, script")).toHaveCount(0);
    await expect(text.getByRole("link")).toHaveText(["a map", "good"]);
  });

  await test.step("a section folds what is below it, for this reader and the next visit", async () => {
    await expect(panel(page, "Sources")).toHaveCount(0);
    const top = async () => (await page.getByRole("button", { name: "Course" }).boundingBox())?.y ?? 0;
    const before = await top();
    await page.getByRole("button", { name: "Now", exact: true }).click();
    await page.getByRole("button", { name: "Later", exact: true }).click();
    await expect(panel(page, "Processor")).toHaveCount(0);
    await expect(panel(page, "Sources")).toBeVisible();
    expect(await top()).toBeLessThan(before - 200);
    const html = await (await page.request.get(page.url())).text();
    expect(html, "the server knows it").not.toContain('data-panel="stat"');
    await page.reload();
    await expect(panel(page, "Processor")).toHaveCount(0);
    await page.getByRole("button", { name: "Now", exact: true }).press("Enter");
    await expect(panel(page, "Processor")).toBeVisible();
  });

  await test.step("what one source breaks keeps its values with the reason and Retry, and the rest goes on", async () => {
    upstream.route("/metrics", { do: "answer", status: 503 });
    for (const title of ["Processor", "Dial", "Cores", "Memory", "Health", "Lines", "Means"]) {
      await expect(panel(page, title)).toHaveAttribute("data-state", "failing");
      await expect(panel(page, title)).toContainText("Upstream answered 503");
    }
    await expect(panel(page, "Processor")).toContainText("97.0");
    upstream.route("/tick", { do: "answer", body: "tick 1235.5\n" });
    await expect(panel(page, "Tick")).toContainText("1,235.5");
    await expect(panel(page, "Tick")).toHaveAttribute("data-state", "fresh");
    await expectAccessible(page);
    const retry = panel(page, "Dial").getByRole("button", { name: "Retry This machine" });
    // A press that reaches nobody leaves the board as it is.
    noise.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
    await page.context().setOffline(true);
    await retry.click();
    await expect(page.getByText("Not done", { exact: true })).toBeVisible();
    await expect(panel(page, "Processor")).toContainText("97.0");
    await page.context().setOffline(false);
    upstream.route("/metrics", machineAnswer({ ...figures, cpu_usage_percent: 33.3 }));
    await retry.click();
    for (const title of ["Processor", "Dial"]) {
      await expect(panel(page, title)).toHaveAttribute("data-state", "fresh");
    }
    await expect(panel(page, "Dial").getByRole("meter")).toHaveAttribute("aria-valuetext", "33.3 %");
  });
});

async function importBoard(page: Page): Promise<void> {
  await page.goto("/w/harbour/import");
  await page.getByLabel("Or its text").fill(JSON.stringify(board));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.waitForURL(/\/b\/every-kind/);
  await untilLive(page);
}

/** In both themes. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}
