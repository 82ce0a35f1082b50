import type { Page } from "@playwright/test";
import * as v from "valibot";
import { down } from "../core/protocol/down";
import { CurlStream, curl } from "./fixtures/curl";
import { countingAnswers, machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const KEYS = "keys=node.load1,$sources.*";

test("a workspace is read by curl and by EventSource: streams go on where they stood, polling, tickets", async ({
  page,
  server,
  upstream,
}) => {
  upstream.route("/metrics", countingAnswers(["load1"]));
  await signUp(page);
  const live = `${server.url}/live/harbour`;
  const own = ["-H", `Cookie: ${await cookieOf(page)}`, "-H", `Origin: ${server.url}`];

  const first = new CurlStream(...own, `${live}/events?${KEYS}`);
  await expect.poll(() => first.of("data_update").length).toBeGreaterThan(1);
  await first.kill();
  await upstream.asked("/metrics", upstream.count("/metrics") + 2);
  const second = new CurlStream(...own, "-H", `Last-Event-ID: ${first.lastId}`, `${live}/events?${KEYS}`);
  await expect.poll(() => second.of("data_update").length).toBeGreaterThan(0);
  expect(second.events[0]?.data).toContain('"full":false');
  await second.kill();
  const seen = [...pointsOf(first), ...pointsOf(second)];
  expect(seen, "each value once, in its order").toEqual(seen.map((_, i) => Number(seen[0]) + i));

  // The browser's own client sends no Origin.
  expect(await page.evaluate(firstSnapshot, `/live/harbour/events?${KEYS}`)).toContain('"reason":"first"');

  upstream.route("/metrics", machineAnswer({ load1: 7 }));
  const values = () => curl(...own, `${live}/values?keys=node.load1`);
  await expect.poll(async () => (await values()).body).toContain('"value":7');
  const cursor = member("cursor", (await values()).body);
  const held = await curl(...own, "-H", `If-None-Match: "${cursor}"`, `${live}/values?keys=node.load1&since=${cursor}`);
  expect(held).toEqual({ status: 304, body: "" });

  const ticket = member("ticket", (await curl(...own, "-X", "POST", `${live}/ticket`)).body);
  expect((await curl(`${live}/values?keys=node.load1&ticket=${ticket}`)).status).toBe(200);
  expect((await curl(`${live}/values?keys=node.load1&ticket=${ticket}`)).status).toBe(401);
  expect(server.output).not.toContain(ticket);
});

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** A text in a JSON object. */
function member(name: string, json: string): string {
  return new RegExp(`"${name}":"([^"]+)"`).exec(json)?.[1] ?? "";
}

/** The values of the counting key, in the order they came. */
function pointsOf(stream: CurlStream): unknown[] {
  return stream.events.flatMap(({ data }) => {
    const frame = v.parse(down, JSON.parse(data));
    const all = frame.type === "snapshot" ? frame.values : frame.type === "data_update" ? frame.updates : [];
    return all.flatMap((one) => {
      if (one.key !== "node.load1" || !("value" in one)) return [];
      return one.points?.map(([, point]) => point) ?? [one.value];
    });
  });
}

/** In the page. */
function firstSnapshot(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const source = new EventSource(url);
    source.addEventListener("snapshot", ({ data }) => {
      source.close();
      resolve(String(data));
    });
    source.addEventListener("error", () => reject(new Error("no stream")));
  });
}
