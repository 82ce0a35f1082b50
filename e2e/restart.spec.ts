import type { Page } from "@playwright/test";
import type { ScriptedUpstream } from "../sources/testing/scripted-upstream";
import { BOARD, badge, panel, untilLive } from "./fixtures/board-page";
import { expectDrawn, lineCorners } from "./fixtures/chart";
import type { LiveServer } from "./fixtures/live-server";
import { countingAnswers, machineAnswer } from "./fixtures/machine-figures";
import { recordedPoints } from "./fixtures/recorded";
import { expect, signUp, test } from "./fixtures/test";
import { TWINS, watchTwinAnswers, watchTwinPanels } from "./fixtures/twins";
import { type RecordedSocket, recordSockets } from "./fixtures/wire";

test.use({ machine: "scripted" });

/** Whether this is the long run; how often the server is killed, and how long (milliseconds) after the upstream answered, where it is killed then. */
const isLong = process.env.DELTABOARD_PROVE === "1";
const kills = isLong ? 18 : 3;
const delays = [0, 2, 5, 10, 20, 40];
/** Each time between two kills counts in a thousand of its own; from here on are values that do not belong to the count. */
const ALONE = 800;

test("a server that is killed again and again loses no value, doubles none, and the open page comes back by itself", async ({
  page,
  noise,
  server,
  upstream,
}) => {
  test.setTimeout(60_000 + kills * 30_000);
  noise.allowLostServer();
  const begun = Date.now();
  upstream.route("/metrics", countingAnswers(TWINS));
  await signUp(page);
  await watchTwinPanels(page);
  const sockets = recordSockets(page);
  await page.goto(BOARD);
  await untilLive(page);
  await page.evaluate(() => {
    document.body.dataset["untouched"] = "yes";
  });
  const answers = watchTwinAnswers(page.request, BOARD, begun);

  for (let kill = 0; kill < kills; kill++) {
    await upstream.asked("/metrics", upstream.count("/metrics") + 3);
    await endServer({ server, upstream, kill });
    await expect(badge(page)).toHaveText("Reconnecting");
    upstream.route("/metrics", countingAnswers(TWINS, (kill + 1) * 1_000));
    await server.restart();
    await untilLive(page, 30_000);
  }
  expect(await page.evaluate(() => document.body.dataset["untouched"]), "the page was not loaded anew").toBe("yes");
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);

  const last = kills * 1_000 + 900;
  upstream.route("/metrics", twins(last));
  await expect(panel(page, "Processes")).toContainText("900");
  const history = await historyUpTo(last, page, begun);
  expect(await answers.stop(), "looks at the twins in answers").toBeGreaterThan(5);
  expectCounted(
    history.map(([, value]) => value),
    kills + 1,
  );
  expectRising(history.map(([at]) => at));
  for (const value of delivered(sockets)) expect(history.map(([, one]) => one)).toContain(value);
  await expectChart(page, history);
  const { looks, apart } = await page.evaluate(() => twinWatch);
  expect(looks).toBeGreaterThan(10);
  expect(apart, "the twins on the screen").toEqual([]);
});

test("what was recorded while a page was away, over a kill of the server, is on its chart when it is back", async ({
  browser,
  context,
  page,
  noise,
  server,
  upstream,
}) => {
  test.setTimeout(240_000);
  noise.allowLostServer();
  noise.allow(/ERR_INTERNET_DISCONNECTED/);
  const begun = Date.now();
  upstream.route("/metrics", countingAnswers(TWINS));
  await signUp(page);
  await page.goto(BOARD);
  await untilLive(page);
  const sockets = recordSockets(page);
  const state = await context.storageState();
  const other = await (
    await browser.newContext({ baseURL: server.url, locale: "en-US", storageState: state })
  ).newPage();
  await other.goto(BOARD);
  await untilLive(other);
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);

  const away = await networkOf(page);
  await away(true);
  await expect(badge(page)).toHaveText("Offline");
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);
  await server.kill();
  upstream.route("/metrics", countingAnswers(TWINS, 1_000));
  await server.restart();
  await untilLive(other, 30_000);
  await upstream.asked("/metrics", upstream.count("/metrics") + (isLong ? 45 : 4));
  await away(false);
  await untilLive(page);
  const back = (sockets.at(-1)?.frames("snapshot") ?? []).flatMap(({ values }) => values);
  expect(back.filter(({ points }) => points && points.length > 3)).not.toEqual([]);
  // After a minute and a half the first of these points are in the history only, and the page asks for them there.
  expect(back.some(({ hole }) => hole)).toBe(isLong);

  const last = 1_900;
  upstream.route("/metrics", twins(last));
  await expect(panel(page, "Processes")).toContainText("900");
  const history = await historyUpTo(last, page, begun);
  expectCounted(
    history.map(([, value]) => value),
    2,
  );
  await expectChart(page, history);
  await expectChart(other, history);
  await other.context().close();
});

/** Takes one page's network away, and gives it back, while others keep theirs. */
async function networkOf(page: Page): Promise<(offline: boolean) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const limits = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  return async (offline) => {
    await session.send("Network.emulateNetworkConditions", { offline, ...limits });
  };
}

interface Ending {
  readonly server: LiveServer;
  readonly upstream: ScriptedUpstream;
  readonly kill: number;
}

/** By turns: at any moment; in the middle of a refresh that waits for its upstream; while its answer is taken in. */
async function endServer({ server, upstream, kill }: Ending): Promise<void> {
  if (kill % 3 === 0) return server.kill();
  upstream.route("/metrics", { do: "hang" });
  await expect.poll(() => upstream.hanging("/metrics")).toBe(1);
  if (kill % 3 === 1) return server.kill();
  upstream.route("/metrics", twins(kill * 1_000 + ALONE));
  upstream.release("/metrics");
  await new Promise((resolve) => setTimeout(resolve, delays[Math.floor(kill / 3) % delays.length]));
  return server.kill();
}

function twins(value: number) {
  return machineAnswer(Object.fromEntries(TWINS.map((name) => [name, value])));
}

/** The history of the first twin, once it reaches as far as this value. It is flushed at most every 15 s. */
async function historyUpTo(last: number, page: Page, begun: number): Promise<[number, number][]> {
  let found: [number, number][] = [];
  await expect
    .poll(
      async () => {
        const [points = []] = await recordedPoints(page.request, [`node.${TWINS[0]}`], begun);
        expect(
          points.filter(([, value]) => value === null),
          "gaps in the history",
        ).toEqual([]);
        found = points.map(([at, value]) => [at, value ?? Number.NaN]);
        return found.at(-1)?.[1];
      },
      { timeout: 30_000, intervals: [500] },
    )
    .toBe(last);
  return found;
}

/** Within the time between two kills no number is left out; none comes twice. */
function expectCounted(values: readonly number[], times: number): void {
  expectRising(values);
  const counted = values.filter((value) => value % 1_000 < ALONE);
  const phases = Map.groupBy(counted, (value) => Math.floor(value / 1_000));
  expect(phases.size, "times between kills").toBe(times);
  for (const [phase, seen] of phases) {
    const first = phase === 0 ? 1 : phase * 1_000;
    expect(seen).toEqual(seen.map((_, i) => first + i));
  }
}

function expectRising(numbers: readonly number[]): void {
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
}

/** Every value of the first twin that reached the page in a frame. */
function delivered(sockets: readonly RecordedSocket[]): unknown[] {
  const isTwin = ({ key }: { key: string }) => key === `node.${TWINS[0]}`;
  return sockets.flatMap((socket) => [
    ...socket.frames("snapshot").flatMap(({ values }) => values.filter(isTwin).map(({ value }) => value)),
    ...socket
      .frames("data_update")
      .flatMap(({ updates }) => updates.filter(isTwin).flatMap((one) => ("value" in one ? [one.value] : []))),
  ]);
}

/** The chart on the screen draws the history, carried on to the last look at it. */
async function expectChart(page: Page, history: readonly [number, number][]): Promise<void> {
  const corners = await lineCorners(panel(page, "Load"));
  const carried = corners.length > history.length ? corners.slice(0, -1) : corners;
  if (carried !== corners) expect(corners.at(-1)?.[1]).toBe(carried.at(-1)?.[1]);
  expectDrawn(carried, history);
}
