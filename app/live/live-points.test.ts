import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { Point } from "../../core/protocol/parts";
import { cacheKeys } from "./cache-keys";
import { seed } from "./seed";
import { type LivePage, seededPage, WORKSPACE } from "./testing/live-page";

describe("points", () => {
  it("hold a value while beats say it was looked at, and break where nobody looked", () => {
    const page = seededPage(["a.*", "$sources.*"]);
    page.server.commit({ "$sources.a": { state: "ok", name: "A", interval: 2_000, keys: 2 } });
    page.settle();
    page.timers.advance(9_980);
    page.server.beat({ a: page.timers.now() - 1_000 }, { a: page.timers.now() + 1_000 });
    page.settle();
    const looked = page.timers.now() - 1_020;
    page.timers.advance(1_000);
    page.server.commit({ "a.x": 2 });
    page.settle();
    const second = page.timers.now() - 20;
    page.timers.advance(40_000);
    page.server.commit({ "a.x": 3 });
    page.settle();
    expect(page.points("a.x")).toEqual([
      [1_000_000, 1],
      [looked, 1],
      [second, 2],
      [second + 1, null],
      [page.timers.now() - 20, 3],
    ]);
    expect(page.points("a.y")).toEqual([[1_000_000, 1]]);
  });

  it("[C12] are held for as long as the page shows them, whoever else wants keys without their past", () => {
    const page = seededPage(["a.*"]);
    page.client.want(["a.*"], null, 60_000);
    page.client.want(["$people.*"], null);
    for (let i = 2; i < 12; i++) {
      page.timers.advance(20_000);
      page.server.commit({ "a.x": i }, "series");
      page.settle();
    }
    const times = page.points("a.x").map(([at]) => at);
    // One before the minute, from where the line comes.
    expect(times.filter((at) => at < (times.at(-1) ?? 0) - 60_000)).toHaveLength(1);
  });

  it("of a series that comes back to a panel waiting for it are fetched from the history", async () => {
    const page = seededPage(["a.*"]);
    const queryKey = cacheKeys.points(WORKSPACE, "a.back");
    page.queryClient.getQueryCache().build(page.queryClient, { queryKey });
    page.history = new Map([["a.back", [[990_000, 7]]]]);
    page.server.commit({ "a.back": 8, "a.unseen": 1 }, "series");
    page.settle();
    await Promise.resolve();
    await Promise.resolve();
    page.settle();
    expect(page.fetched.map(({ keys }) => keys)).toEqual([["a.back"]]);
    expect(page.points("a.back").map(([, value]) => value)).toEqual([7, 8]);
  });

  it("that are shown of keys which are subscribed from nothing are fetched from the history", async () => {
    const page = seededPage(["a.*"]);
    page.server.commit({ "c.x": 8, "c.y": 9 }, "series");
    page.history = new Map([["c.x", [[990_000, 7]]]]);
    page.client.want(["c.x"], null, 60_000);
    page.client.want(["c.y"], null);
    page.server.answer();
    const { line } = page.server;
    line.down = line.down.map((text) => text.replaceAll('"key":"c.', '"hole":true,"key":"c.'));
    page.settle();
    await Promise.resolve();
    await Promise.resolve();
    page.settle();
    expect(page.fetched.map(({ keys }) => keys)).toEqual([["c.x"]]);
    expect(page.points("c.x").map(([, value]) => value)).toEqual([7, 8]);
  });

  it("[C4] have no hole where another pattern asks for a key that is held, however far back the server goes", () => {
    const page = seededPage(["a.*"]);
    page.timers.advance(10);
    page.server.commit({ "a.x": 2 });
    page.settle();
    page.client.want(["a.x"], null);
    page.server.answer();
    const { line } = page.server;
    line.down = line.down.map((text) => text.replace('"key":"a.x"', '"hole":true,"key":"a.x"'));
    page.settle();
    expect(page.fetched).toEqual([]);
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, 2]);
  });

  it("are all there when a commit overtakes a part of an answer", () => {
    const page = seededPage(["c.*"]);
    page.server.commit({ "b.x": 1, "b.y": 1 }, "series");
    seed(page.queryClient, WORKSPACE, page.paint(["b.*"]), ["b.*"]);
    const since = page.server.cursor;
    for (let i = 2; i < 4; i++) {
      page.timers.advance(10);
      page.server.commit({ "b.x": i, "b.y": i });
    }
    page.server.partSize = 1;
    page.client.want(["b.*"], since);
    page.server.answer();
    page.timers.advance(10);
    page.server.commit({ "b.x": 4 });
    page.server.overtake();
    page.server.deliver(2);
    page.timers.advance(20);
    page.settle();
    expect(page.points("b.x").map(([, value]) => value)).toEqual([1, 2, 3, 4]);
  });

  it("of a longer past go under the live tail when the next board brings them", () => {
    const page = seededPage();
    const paint = page.paint(["a.*"]);
    page.timers.advance(10);
    page.server.commit({ "a.x": 2 });
    page.settle();
    const values = paint.values.map((value) => ({
      ...value,
      points: [[999_000, 0], ...(value.points ?? [])] as Point[],
    }));
    const loader = new QueryClient();
    seed(loader, WORKSPACE, { ...paint, values }, ["a.*"]);
    const state = dehydrate(loader);
    hydrate(page.queryClient, state);
    page.client.absorb(state);
    expect(page.points("a.x").map(([, value]) => value)).toEqual([0, 1, 2]);
    expect(page.points("a.y").map(([, value]) => value)).toEqual([0, 1]);
  });

  it("come after a cut from what the server recorded, each once", () => {
    const page = seededPage();
    page.server.cut();
    for (let i = 2; i < 5; i++) {
      page.timers.advance(10);
      page.server.commit({ "a.x": i });
    }
    page.comeBack();
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, 2, 3, 4]);
  });

  async function withHole(history: LivePage["history"]) {
    const page = seededPage();
    page.history = history;
    page.server.cut();
    page.timers.advance(10_000);
    page.server.deliver(1);
    page.server.commit({ "a.x": 5 });
    page.server.answer();
    page.server.line.down = page.server.line.down.map((text) => text.replace('"key":"a.x"', '"hole":true,"key":"a.x"'));
    page.settle();
    await Promise.resolve();
    await Promise.resolve();
    return page;
  }

  it("are fetched where the server has let them go to the history", async () => {
    const page = await withHole(
      new Map([
        [
          "a.x",
          [
            [1_000_000, 1],
            [1_005_000, 3],
          ],
        ],
      ]),
    );
    expect(page.fetched).toEqual([{ keys: ["a.x"], from: 1_000_000 }]);
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, 3, 5]);
  });

  it("show a gap where they could not be fetched", async () => {
    const page = await withHole(new Error("No history today."));
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, null, 5]);
    expect(page.reports).toHaveLength(1);
  });
});
