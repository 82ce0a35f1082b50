import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { cacheKeys } from "./cache-keys";
import { seed } from "./seed";
import { LivePage, seededPage, WORKSPACE } from "./testing/live-page";

describe("the copy", () => {
  it("starts from the first paint and is told only what changed since", () => {
    const page = seededPage();
    expect(page.server.line.received[0]).toMatchObject({ since: "epochaaa:1" });
    expect(page.value("a.x")).toEqual({ key: "a.x", value: 1, rev: 1, at: 1_000_000, meta: { kind: "series" } });
  });

  it("changes nothing for a frame that comes twice", () => {
    const page = seededPage();
    page.timers.advance(2_000);
    page.server.commit({ "a.x": 2 });
    page.server.flush(2);
    page.timers.advance(20);
    const before = page.queryClient
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.data);
    page.server.commit({ "b.z": 1 });
    page.settle();
    expect(page.points("a.x")).toEqual([
      [1_000_000, 1],
      [1_002_020, 2],
    ]);
    page.queryClient
      .getQueryCache()
      .getAll()
      .forEach(({ state }, i) => expect(state.data).toBe(before[i]));
  });

  it("puts the parts of a snapshot together, in whatever order they come, and applies them as one", () => {
    const page = new LivePage();
    page.server.partSize = 1;
    page.server.commit({ "a.x": 1, "a.y": 1, "a.z": 1 });
    page.client.want(["a.*"], null);
    page.client.start();
    page.server.deliver(1);
    page.server.answer();
    page.server.line.down.reverse();
    page.server.deliver(2);
    page.timers.advance(20);
    expect(page.held()).toEqual({});
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1, "a.z": 1 });
  });

  it("does not let a late part bring back what was removed or changed meanwhile", () => {
    const page = seededPage();
    page.server.partSize = 1;
    page.server.commit({ "b.x": 1, "b.y": 1 });
    page.client.want(["b.*"], null);
    page.server.answer();
    page.server.commit({ "b.x": undefined, "b.y": 2 });
    const [first, second, update] = page.server.line.down.splice(0);
    page.server.line.down.push(first ?? "", update ?? "", second ?? "");
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1, "b.y": 2 });
    expect(page.names("b.*")).toEqual(["b.y"]);
  });

  it("does not go back to an answer that is older than what a loader brought", () => {
    const page = seededPage([]);
    page.client.want(["b.*"], null);
    page.server.commit({ "b.x": 1 });
    page.server.answer();
    page.server.commit({ "b.x": 2 });
    seed(page.queryClient, WORKSPACE, page.paint(["b.*"]), ["b.*"]);
    page.server.deliver(1);
    page.timers.advance(20);
    expect(page.value("b.x")).toMatchObject({ value: 2, rev: 3 });
  });

  it("takes nothing from an answer that nobody waits for any more", () => {
    const page = new LivePage();
    page.server.commit({ "a.x": 1 });
    const leave = page.client.want(["a.*"], null);
    page.client.start();
    page.server.deliver(1);
    leave();
    page.timers.advance(1_000);
    page.settle();
    expect(page.held()).toEqual({});
    expect(page.names("a.*")).toBeUndefined();
  });

  it("does not go back to a push that a loader was faster than, nor to an old frame that is repeated", () => {
    const page = seededPage();
    page.server.commit({ "a.x": 2 });
    page.server.commit({ "a.x": 3 });
    seed(page.queryClient, WORKSPACE, page.paint(["a.*"]), ["a.*"]);
    page.server.deliver(1);
    page.timers.advance(20);
    expect(page.value("a.x")).toMatchObject({ value: 3, rev: 3 });
    page.settle();
    page.server.replay(1);
    page.timers.advance(20);
    expect(page.value("a.x")).toMatchObject({ value: 3, rev: 3 });
    page.server.cut();
    page.comeBack();
    expect(page.server.line.received[0]).toMatchObject({ since: "epochaaa:3" });
  });

  it("keeps what was pushed when a loader's older answer comes", () => {
    const page = seededPage();
    const paint = page.paint(["a.*"]);
    page.server.commit({ "a.x": 2, "a.new": 1 });
    page.settle();
    const held = () =>
      ["live", "points", "matching", "checked"].map((kind) => page.queryClient.getQueriesData({ queryKey: [kind] }));
    const before = held();
    const loader = new QueryClient();
    seed(loader, WORKSPACE, paint, ["a.*"]);
    hydrate(page.queryClient, dehydrate(loader));
    seed(page.queryClient, WORKSPACE, paint, ["a.*"]);
    expect(held()).toEqual(before);
    expect(page.value("a.x")).toMatchObject({ value: 2, rev: 2 });
  });

  it("takes a loader's newer answer over what it held while nobody subscribed it", () => {
    const page = seededPage();
    page.server.cut(4504);
    page.server.commit({ "a.x": 2 });
    const loader = new QueryClient();
    seed(loader, WORKSPACE, page.paint(["a.*"]), ["a.*"]);
    hydrate(page.queryClient, dehydrate(loader));
    expect(page.value("a.x")).toMatchObject({ value: 2, rev: 2 });
  });

  it("lists the keys of a pattern as they come and go, and leaves the list alone otherwise", () => {
    const page = seededPage();
    const before = page.names("a.*");
    page.server.commit({ "a.x": 2 });
    page.settle();
    expect(page.names("a.*")).toBe(before);
    page.server.commit({ "a.k": 1, "a.x": undefined });
    page.settle();
    expect(page.names("a.*")).toEqual(["a.k", "a.y"]);
  });

  it("lists a key again that a loader found removed and that is back before anybody was told", () => {
    const page = new LivePage();
    const visit = () => {
      const paint = page.paint(["b.*"]);
      seed(page.queryClient, WORKSPACE, paint, ["b.*"]);
      page.client.want(["b.*"], paint.cursor);
    };
    page.client.want(["a.*"], null);
    page.server.commit({ "b.x": 1 });
    visit();
    page.server.commit({ "b.x": undefined });
    visit();
    page.server.commit({ "b.x": 2 });
    page.client.start();
    page.settle();
    expect(page.held()).toEqual({ "b.x": 2 });
    expect(page.names("b.*")).toEqual(["b.x"]);
  });

  it("ignores new keys that nobody wants", () => {
    const page = seededPage();
    page.server.line.patterns.add("b.*");
    page.server.commit({ "b.x": 1 });
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1 });
  });

  it("lets go of what no pattern needs any more", () => {
    const page = seededPage([]);
    const leave = page.client.want(["a.*"], null);
    page.client.want(["a.y"], null);
    page.settle();
    leave();
    page.timers.advance(1_000);
    expect(page.held()).toEqual({ "a.y": 1 });
    expect(page.names("a.*")).toBeUndefined();
  });

  it("touches only what changed among a thousand", () => {
    const page = new LivePage();
    page.server.partSize = 1_000;
    page.server.commit(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`a.k${i}`, i])));
    page.client.want(["a.*"], null);
    page.client.start();
    page.settle();
    const touched: unknown[] = [];
    page.queryClient.getQueryCache().subscribe(({ type, query }) => type === "updated" && touched.push(query.queryKey));
    page.server.commit({ "a.k7": -1, "a.k8": -1 });
    page.settle();
    expect(touched).toEqual([
      cacheKeys.live(WORKSPACE, "a.k7"),
      cacheKeys.live(WORKSPACE, "a.k8"),
      cacheKeys.checked(WORKSPACE, "a"),
    ]);
  });
});

describe("another epoch", () => {
  it("replaces what is held although its revs are higher, and drops what is not in it", () => {
    const page = seededPage();
    for (let i = 0; i < 5; i++) page.server.commit({ "a.x": 10 + i, "a.gone": 1 });
    page.settle();
    page.server.commit({ "a.gone": undefined });
    page.server.cut();
    page.server.restore();
    page.server.commit({ "a.x": -1 });
    page.comeBack();
    expect(page.held()).toEqual({ "a.x": -1, "a.y": 1 });
    expect(page.names("a.*")).toEqual(["a.x", "a.y"]);
    page.server.commit({ "a.y": -2 });
    page.settle();
    expect(page.held()).toEqual({ "a.x": -1, "a.y": -2 });
  });

  it("holds for the values of a first paint, too", () => {
    const page = new LivePage();
    for (let i = 0; i < 5; i++) page.server.commit({ "a.x": i });
    const paint = page.paint(["a.*"]);
    seed(page.queryClient, WORKSPACE, paint, ["a.*"]);
    page.server.restore();
    page.client.want(["a.*"], paint.cursor);
    page.client.start();
    page.server.deliver(1);
    page.server.answer();
    page.server.commit({ "a.x": -1 });
    page.settle();
    expect(page.held()).toEqual({ "a.x": -1 });
  });

  it("asks from nothing when a loader comes from another epoch than the socket", () => {
    const page = seededPage();
    page.client.want(["a.*", "b.*"], "otherepo:900");
    page.queryClient.setQueryData(
      cacheKeys.live(WORKSPACE, "a.x"),
      { key: "a.x", value: "old", rev: 900 },
      { updatedAt: 900 },
    );
    page.timers.advance(0);
    page.settle();
    expect(page.server.line.received.at(-1)).toMatchObject({ keys: ["a.*", "b.*"] });
    expect(page.server.line.received.at(-1)).not.toHaveProperty("since");
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1 });
  });
});
