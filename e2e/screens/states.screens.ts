import type { Page } from "@playwright/test";
import type { BoardDocument } from "../../core/boards/document";
import { untilLive } from "../fixtures/board-page";
import { machineAnswer } from "../fixtures/machine-figures";
import { addSource } from "../fixtures/source-form";
import { expect, signUp, test } from "../fixtures/test";
import { kindsBoard } from "./kinds-board";
import { deskAndPhone, shoot } from "./shoot";

test.use({ machine: "scripted" });

/** How the source of each of these boards fares; `late` and `stale` are the same, seen when enough time has gone by. */
const INTERVAL = 10_000;
const WAIT = 60_000;

/** Figures that move, one answer after the other. */
function moving(times = 600) {
  return Array.from({ length: times }, (_, i) => {
    const wave = (step: number, from: number, to: number) => from + ((to - from) * (1 + Math.sin(i / step))) / 2;
    return machineAnswer({
      cpu_usage_percent: wave(5, 8, 92),
      'cpu_core_usage_percent{core="0"}': wave(4, 5, 95),
      'cpu_core_usage_percent{core="1"}': wave(7, 5, 70),
      memory_used_bytes: wave(9, 8, 20) * 1024 ** 3,
      network_receive_bytes_per_second: wave(6, 2_000, 900_000),
      network_transmit_bytes_per_second: wave(8, 1_000, 300_000),
    });
  });
}

async function makeBoard(page: Page, document: BoardDocument): Promise<string> {
  await page.goto("/w/harbour/import");
  await page.locator("textarea[name=text]").fill(JSON.stringify(document));
  await page.getByRole("button", { name: /^(Import|Make)/ }).click();
  await page.waitForURL(/\/w\/harbour\/b\//);
  return new URL(page.url()).pathname;
}

async function sourceOfKinds(
  page: Page,
  url: string,
  name: string,
  interval = INTERVAL,
): Promise<(metric: string) => string> {
  await addSource(page, { name, url, interval });
  const slug = name.toLowerCase();
  return (metric) => `${slug}.machine_${metric}`;
}

test("each kind of panel in each state", async ({ noise, page, upstream }) => {
  noise.allow(/./);
  upstream.route("/metrics", moving());
  upstream.route("/fresh", moving());
  await signUp(page);
  const at = await sourceOfKinds(page, `${upstream.url}/fresh`, "Fresh", 1_000);
  const fresh = await makeBoard(page, kindsBoard("Every kind of panel", at));
  await untilLive(page);
  await page.waitForTimeout(WAIT);
  await shoot(page, "states-fresh", deskAndPhone);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("p");
  await expect(page.getByRole("group", { name: "Connection" })).toContainText("Paused");
  await page.waitForTimeout(3_000);
  await shoot(page, "states-paused", deskAndPhone);

  const [from, to] = [Date.now() - WAIT, Date.now() - 5_000];
  await page.goto(`${fresh}?from=${from}&to=${to}`);
  await shoot(page, "states-historical", deskAndPhone, 3_000);

  await page.goto(fresh);
  upstream.route("/fresh", { do: "answer", status: 503 });
  await expect(page.locator('[data-panel="stat"]')).toHaveAttribute("data-state", "failing", { timeout: 30_000 });
  await shoot(page, "states-failing", deskAndPhone);
});

test("late and stale, by the page's own clock", async ({ noise, page, upstream }) => {
  noise.allow(/./);
  upstream.route("/metrics", moving());
  upstream.route("/slow", moving());
  await signUp(page);
  const at = await sourceOfKinds(page, `${upstream.url}/slow`, "Slow");
  const board = await makeBoard(page, kindsBoard("A slow source", at));
  await page.clock.install();
  const shown = page.locator('[data-panel="stat"]');
  for (const state of ["late", "stale"]) {
    await page.goto(board);
    await untilLive(page);
    upstream.route("/slow", { do: "hang" });
    // How soon depends on the pace at which it is read, which rises when somebody looks.
    while ((await shown.getAttribute("data-state")) !== state) {
      await page.clock.fastForward(5_000);
      await page.waitForTimeout(200);
    }
    await shoot(page, `states-${state}`, deskAndPhone, 400);
    upstream.route("/slow", moving());
    upstream.release("/slow");
  }
});

test("nothing yet, nothing there, and nothing that can be drawn", async ({ noise, page, upstream }) => {
  noise.allow(/./);
  upstream.route("/metrics", moving());
  upstream.route("/odd", moving());
  await signUp(page);
  const at = await sourceOfKinds(page, `${upstream.url}/odd`, "Odd");
  const empty = kindsBoard("Keys that are not there", (metric) => `${at("").replace("machine_", "none_")}${metric}`);
  await makeBoard(page, empty);
  await untilLive(page);
  await shoot(page, "states-empty", deskAndPhone);
  await makeBoard(
    page,
    kindsBoard("Words where numbers belong", () => "team.note"),
  );
  await untilLive(page);
  await shoot(page, "states-error", deskAndPhone);
  upstream.route("/metrics", { do: "hang" });
  await makeBoard(
    page,
    kindsBoard("A source that has not answered yet", (metric) => `later.machine_${metric}`),
  );
  // After 5 s the panels say that there is no such source.
  await shoot(page, "states-loading", deskAndPhone, 300);
});
