import type { ScriptedUpstream } from "../sources/testing/scripted-upstream";
import { BOARD, untilLive } from "./fixtures/board-page";
import { invite, join } from "./fixtures/invited";
import { countingAnswers, machineAnswer } from "./fixtures/machine-figures";
import { openViewers, updatesHeard } from "./fixtures/raw-viewers";
import { expect, signUp, test } from "./fixtures/test";

/** Sockets of a person, of which one is the open board's; people; how long (milliseconds) requests are counted. */
const EACH = 50;
const PEOPLE = 2;
const SPAN = process.env.DELTABOARD_PROVE === "1" ? 120_000 : 10_000;

test.use({ machine: "scripted", vars: { LIMITS: `{"socketsAUser":${EACH}}` } });

test("a hundred viewers cost the upstream what one costs, and all hear the same", async ({
  browser,
  page,
  server,
  upstream,
}) => {
  test.setTimeout(120_000 + 2 * SPAN);
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  const others = [];
  for (let i = 1; i < PEOPLE; i++) {
    const email = `viewer${i}@example.org`;
    const link = await invite(page, email);
    const other = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
    await join(other, link, `Viewer ${i}`);
    await other.goto("about:blank");
    others.push(other);
  }
  upstream.route("/metrics", countingAnswers(["load1"]));
  await page.goto(BOARD);
  await untilLive(page);
  const one = await requestsWithin(SPAN, upstream);

  for (const other of others) {
    await other.goto(BOARD);
    await untilLive(other);
  }
  const people = [page, ...others];
  for (const person of people) await openViewers(person, EACH - 1, ["node.*", "$sources.*"]);
  const hundred = await requestsWithin(SPAN, upstream);
  test.info().annotations.push({ type: "requests", description: JSON.stringify({ one, hundred }) });
  expect(one, "the machine is read every 2 s").toBe(SPAN / 2_000);
  expect(hundred).toBe(one);

  const heard = (await Promise.all(people.map(updatesHeard))).flat();
  expect(heard).toHaveLength(PEOPLE * (EACH - 1));
  const last = heard.map((frames) => frames.slice(-SPAN / 2_000 + 1));
  expect(new Set(last.map((frames) => frames.join("\n"))).size, "different things heard").toBe(1);
  expect(last[0]).toHaveLength(SPAN / 2_000 - 1);
  await Promise.all(others.map((other) => other.context().close()));
});

/** Counted from the middle between two requests on, so that noise at the edges changes nothing. */
async function requestsWithin(span: number, upstream: ScriptedUpstream): Promise<number> {
  await upstream.asked("/metrics", upstream.count("/metrics") + 2);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = upstream.count("/metrics");
  await new Promise((resolve) => setTimeout(resolve, span));
  return upstream.count("/metrics") - before;
}
