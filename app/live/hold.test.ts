import { expect, it } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import { cacheKeys } from "./cache-keys";
import { KeysView } from "./keys-view";
import type { LiveValue } from "./live-value";
import { type LivePage, seededPage, WORKSPACE } from "./testing/live-page";

const key = (name: string) => cacheKeys.live(WORKSPACE, name);
const held = (page: LivePage, name: string) => page.client.hold.read()?.queryClient.getQueryData<LiveValue>(key(name));
const all = () => true;

it("[PA1] while it is paused the still stays as it was, what arrives is applied beside it, and changes are counted", () => {
  const page = seededPage();
  const { hold } = page.client;
  hold.set("paused", true);
  const before = held(page, "a.x");
  page.server.commit({ "a.x": 2, "a.new": 1 }, "series");
  page.settle();
  page.server.commit({ "a.x": 3 }, "series");
  page.settle();
  expect(page.value("a.x")?.value).toBe(3);
  expect(held(page, "a.x")).toBe(before);
  const view = new KeysView(hold.read()?.queryClient ?? page.queryClient, WORKSPACE, ["a.*"]);
  expect(view.read().map(({ value }) => value)).toEqual([1, 1]);
  expect(hold.news(all)).toBe(3);
  expect(hold.news((name) => name === "a.x")).toBe(2);
  hold.set("paused", false);
  expect(hold.read()).toBeNull();
  expect([hold.isPaused(), hold.news(all)]).toEqual([false, 0]);
});

it("[PA1] what is said counts among the changes, and who comes and goes does not", () => {
  const page = seededPage(["$presence.b1", "$rooms.b1"]);
  page.client.hold.set("paused", true);
  page.server.commit({ "$presence.b1": [], "$rooms.b1": [] });
  page.settle();
  expect(page.client.hold.news(all)).toBe(1);
});

it("[PA1] the still has the time at which it was made", () => {
  const page = seededPage();
  const at = page.client.clock.now();
  page.client.hold.set("paused", true);
  page.timers.advance(10_000);
  expect(page.client.hold.read()?.at).toBe(at);
});

it("[PA2] a page that nobody sees is told once, when it is seen again, whatever came meanwhile", () => {
  const page = seededPage();
  let told = 0;
  page.client.hold.subscribe(() => {
    told += 1;
  });
  page.page.hidden?.();
  const before = held(page, "a.x");
  for (let i = 0; i < 50; i++) {
    page.server.commit({ "a.x": i }, "series");
    page.settle();
  }
  expect(held(page, "a.x")).toBe(before);
  expect(told).toBe(1);
  page.server.commit({ "a.x": 99 }, "series");
  page.server.flush();
  page.page.visible();
  expect(page.client.hold.read()).toBeNull();
  expect(page.value("a.x")?.value).toBe(99);
  expect(told).toBe(2);
});

it("[PA2] a pause outlives the page's being hidden, and counts what came then", () => {
  const page = seededPage();
  const { hold } = page.client;
  hold.set("paused", true);
  const still = hold.read();
  page.page.hidden?.();
  page.server.commit({ "a.y": 7 }, "series");
  page.settle();
  page.page.visible();
  expect(hold.read()).toBe(still);
  expect(hold.news(all)).toBe(1);
});

it("[PA3] what this page writes while it is paused is seen, and nothing else", async () => {
  const page = seededPage();
  const { hold } = page.client;
  hold.set("paused", true);
  const write = page.client.set("a.x", { value: 5 });
  page.server.answer();
  page.server.commit({ "a.x": 5, "a.y": 5 }, "series");
  page.settle();
  page.server.push({ type: "done", id: "w1", cursor: page.server.cursor, rev: 2 });
  page.server.flush();
  await write;
  expect([held(page, "a.x")?.value, held(page, "a.y")?.value]).toEqual([5, 1]);
  expect(hold.news(all)).toBe(1);
});

it("[PA4] what one may no longer see is not held either", () => {
  const page = seededPage();
  page.client.hold.set("paused", true);
  page.server.cut(closeCodes.forbidden, "forbidden");
  page.settle();
  expect(page.client.hold.read()).toBeNull();
  expect(page.held()).toEqual({});
});
