import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { countPanelRepaints, repaints, since } from "./fixtures/panel-renders";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

/** Panels without a plot and without countdowns: nothing in them may change but what their keys say. */
const STILL = ["cpu", "memory", "load", "disk", "received", "processes", "table"];
const still = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([id]) => STILL.includes(id)));

test.beforeEach(async ({ page, upstream }) => {
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  await countPanelRepaints(page);
  await page.goto(BOARD);
  await untilLive(page);
  await expect(panel(page, "Processes")).toContainText("123");
  // Charts load their library and measure their box; all that is over once three refreshes brought nothing new.
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);
});

test("a changed metric repaints the panels that show it, and no other", async ({ page, upstream }) => {
  const changes = [
    { figures: { processes_total: 130 }, title: "Processes", shows: "130", panels: ["processes"] },
    {
      figures: { processes_total: 130, network_receive_bytes_per_second: 6144 },
      title: "Network in",
      shows: "6",
      panels: ["network", "received"],
    },
    {
      figures: { processes_total: 130, network_receive_bytes_per_second: 6144, load5: 9 },
      title: "Load",
      shows: "9",
      panels: ["loads"],
    },
  ];
  for (const { figures, title, shows, panels } of changes) {
    const before = await repaints(page);
    expect(Object.keys(before.renders).length, "all panels rendered at first").toBeGreaterThanOrEqual(12);
    upstream.route("/metrics", machineAnswer(figures));
    await expect(panel(page, title)).toContainText(shows);
    await upstream.asked("/metrics", upstream.count("/metrics") + 2);
    const after = await repaints(page);
    const rendered = since(before.renders, after.renders);
    expect(Object.keys(rendered).sort()).toEqual(panels);
    expect(Math.max(...Object.values(rendered)), "renders for one change").toBe(1);
    const touched = Object.keys(still(since(before.mutations, after.mutations)));
    expect(touched).toEqual(panels.filter((id) => STILL.includes(id)));
  }
});

test("a refresh that finds nothing new repaints nothing, while ages go on", async ({ page, upstream }) => {
  const before = await repaints(page);
  const refreshes = upstream.count("/metrics");
  const ages = new Set<string>();
  while (upstream.count("/metrics") < refreshes + 4) {
    ages.add(await panel(page, "Processor").getByRole("time").innerText());
    await page.waitForTimeout(200);
  }
  const after = await repaints(page);
  expect(since(before.renders, after.renders)).toEqual({});
  expect(still(since(before.mutations, after.mutations))).toEqual({});
  expect(ages.size, [...ages].join()).toBeGreaterThan(2);
});
