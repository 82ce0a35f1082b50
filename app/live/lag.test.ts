import { expect, it } from "vitest";
import { Lag } from "./lag";
import { seededPage } from "./testing/live-page";

const beat = (at: number) => ({ type: "beat", at, checked: {}, due: {}, next: 1 }) as const;

it("[PA5] the newest of what arrives together counts, from four seconds on", () => {
  const lag = new Lag();
  expect(lag.measure([beat(1_000), beat(9_000)], 12_900)).toBe(false);
  expect(lag.measure([beat(9_000), beat(1_000)], 13_100)).toBe(true);
  expect(lag.current).toBe(4_000);
  expect(lag.measure([], 20_000)).toBe(false);
  lag.forget();
  expect(lag.current).toBe(0);
});

it("[PA5] what was made before the connection began says nothing of how it does", () => {
  const lag = new Lag();
  lag.begin(30_000);
  expect(lag.measure([beat(8_000)], 30_100)).toBe(false);
  expect(lag.current).toBe(0);
  expect(lag.measure([beat(30_000)], 35_000)).toBe(true);
  expect(lag.current).toBe(5_000);
});

it("[PA5] a page whose changes arrive late says behind and how far, and live again once they are in time", () => {
  const page = seededPage();
  page.server.commit({ "a.x": 2 }, "series");
  page.timers.advance(6_500);
  page.settle();
  expect(page.client.readStatus()).toMatchObject({ state: "behind", lag: 6_000 });
  expect(page.client.readStatus().behindSince, "it misses nothing").toBeUndefined();
  page.server.commit({ "a.x": 3 }, "series");
  page.settle();
  expect(page.client.readStatus().state).toBe("live");
  expect(page.client.readStatus().lag).toBeUndefined();
});
