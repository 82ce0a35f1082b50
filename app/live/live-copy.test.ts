import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "../../core/keys/pattern";
import type { FirstPaint } from "../../core/live-object";
import type { Point } from "../../core/protocol/parts";
import { cacheKeys } from "./cache-keys";
import { seed } from "./seed";
import { LivePage, WORKSPACE } from "./testing/live-page";

/** What a loader answers that reads the store as it stands. */
function paintOf(page: LivePage, patterns: readonly string[]): FirstPaint {
  const parts = page.server.snapshot({ id: "paint", keys: [...patterns] });
  const values = parts.flatMap((part) => part.values);
  return { cursor: page.server.cursor, full: true, values, removed: [], checked: {}, due: {}, now: page.timers.now() };
}

function livePage(patterns = ["a.*"]) {
  const page = new LivePage();
  page.server.commit({ "a.x": 1, "a.y": 1 }, "series");
  const paint = paintOf(page, patterns);
  seed(page.queryClient, WORKSPACE, paint, patterns);
  page.client.want(patterns, paint.cursor);
  page.client.start();
  page.settle();
  return page;
}

const names = (page: LivePage, pattern: string) =>
  page.queryClient.getQueryData(cacheKeys.matching(WORKSPACE, pattern));

describe("the copy", () => {
  it("starts from the first paint and is told only what changed since", () => {
    const page = livePage();
    expect(page.server.line.received[0]).toMatchObject({ since: "epochaaa:1" });
    expect(page.value("a.x")).toEqual({ key: "a.x", value: 1, rev: 1, at: 1_000_000, meta: { kind: "series" } });
  });

  it("changes nothing for a frame that comes twice", () => {
    const page = livePage();
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
    const page = livePage();
    page.server.partSize = 1;
    page.server.commit({ "b.x": 1, "b.y": 1 });
    page.client.want(["b.*"], null);
    page.server.answer();
    page.server.commit({ "b.x": undefined, "b.y": 2 });
    const [first, second, update] = page.server.line.down.splice(0);
    page.server.line.down.push(first ?? "", update ?? "", second ?? "");
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1, "b.y": 2 });
    expect(names(page, "b.*")).toEqual(["b.y"]);
  });

  it("does not go back to an answer that is older than what a loader brought", () => {
    const page = livePage([]);
    page.client.want(["b.*"], null);
    page.server.commit({ "b.x": 1 });
    page.server.answer();
    page.server.commit({ "b.x": 2 });
    seed(page.queryClient, WORKSPACE, paintOf(page, ["b.*"]), ["b.*"]);
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
    expect(names(page, "a.*")).toBeUndefined();
  });

  it("does not go back to a push that a loader was faster than, nor to an old frame that is repeated", () => {
    const page = livePage();
    page.server.commit({ "a.x": 2 });
    page.server.commit({ "a.x": 3 });
    seed(page.queryClient, WORKSPACE, paintOf(page, ["a.*"]), ["a.*"]);
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
    const page = livePage();
    const paint = paintOf(page, ["a.*"]);
    page.server.commit({ "a.x": 2, "a.new": 1 });
    page.settle();
    const held = () =>
      ["live", "points", "matching", "checked"].map((kind) => page.queryClient.getQueriesData({ queryKey: [kind] }));
    const before = held();
    const loader = new QueryClient();
    seed(loader, WORKSPACE, paint, ["a.*"]);
    hydrate(page.queryClient, JSON.parse(JSON.stringify(dehydrate(loader))));
    seed(page.queryClient, WORKSPACE, paint, ["a.*"]);
    expect(held()).toEqual(before);
    expect(page.value("a.x")).toMatchObject({ value: 2, rev: 2 });
  });

  it("takes a loader's newer answer over what it held while nobody subscribed it", () => {
    const page = livePage();
    page.server.cut(4504);
    page.server.commit({ "a.x": 2 });
    const loader = new QueryClient();
    seed(loader, WORKSPACE, paintOf(page, ["a.*"]), ["a.*"]);
    hydrate(page.queryClient, JSON.parse(JSON.stringify(dehydrate(loader))));
    expect(page.value("a.x")).toMatchObject({ value: 2, rev: 2 });
  });

  it("lists the keys of a pattern as they come and go, and leaves the list alone otherwise", () => {
    const page = livePage();
    const before = names(page, "a.*");
    page.server.commit({ "a.x": 2 });
    page.settle();
    expect(names(page, "a.*")).toBe(before);
    page.server.commit({ "a.k": 1, "a.x": undefined });
    page.settle();
    expect(names(page, "a.*")).toEqual(["a.k", "a.y"]);
  });

  it("ignores new keys that nobody wants", () => {
    const page = livePage();
    page.server.line.patterns.add("b.*");
    page.server.commit({ "b.x": 1 });
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1 });
  });

  it("lets go of what no pattern needs any more", () => {
    const page = livePage([]);
    const leave = page.client.want(["a.*"], null);
    page.client.want(["a.y"], null);
    page.settle();
    leave();
    page.timers.advance(1_000);
    expect(page.held()).toEqual({ "a.y": 1 });
    expect(names(page, "a.*")).toBeUndefined();
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
    const page = livePage();
    for (let i = 0; i < 5; i++) page.server.commit({ "a.x": 10 + i, "a.gone": 1 });
    page.settle();
    page.server.commit({ "a.gone": undefined });
    page.server.cut();
    page.server.restore();
    page.server.commit({ "a.x": -1 });
    page.comeBack();
    expect(page.held()).toEqual({ "a.x": -1, "a.y": 1 });
    expect(names(page, "a.*")).toEqual(["a.x", "a.y"]);
    page.server.commit({ "a.y": -2 });
    page.settle();
    expect(page.held()).toEqual({ "a.x": -1, "a.y": -2 });
  });

  it("holds for the values of a first paint, too", () => {
    const page = new LivePage();
    for (let i = 0; i < 5; i++) page.server.commit({ "a.x": i });
    const paint = paintOf(page, ["a.*"]);
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
    const page = livePage();
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

describe("points", () => {
  it("hold a value while beats say it was looked at, and break where nobody looked", () => {
    const page = livePage(["a.*", "$sources.*"]);
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

  it("are all there when a commit overtakes a part of an answer", () => {
    const page = livePage(["c.*"]);
    page.server.commit({ "b.x": 1, "b.y": 1 }, "series");
    seed(page.queryClient, WORKSPACE, paintOf(page, ["b.*"]), ["b.*"]);
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
    const page = livePage();
    const paint = paintOf(page, ["a.*"]);
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
    const page = livePage();
    page.server.cut();
    for (let i = 2; i < 5; i++) {
      page.timers.advance(10);
      page.server.commit({ "a.x": i });
    }
    page.comeBack();
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, 2, 3, 4]);
  });

  async function withHole(history: LivePage["history"]) {
    const page = livePage();
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
    expect(page.warnings).toHaveLength(1);
  });
});

describe("[convergence]", () => {
  const patterns = ["a.*", "b.*", "c.x", "$sources.*"];
  const name = fc.constantFrom("a.x", "a.y", "b.x", "b.y", "c.x", "$sources.a");
  const step = fc.oneof(
    fc.record({
      do: fc.constant("commit" as const),
      pair: fc.integer({ min: 1, max: 99 }),
      key: name,
      remove: fc.boolean(),
    }),
    fc.record({ do: fc.constant("answer" as const) }),
    fc.record({
      do: fc.constant("deliver" as const),
      count: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({ do: fc.constant("wait" as const), time: fc.constantFrom(1, 20, 600, 4_000) }),
    fc.record({ do: fc.constantFrom("cut" as const, "cut" as const, "cut" as const, "restore" as const) }),
    fc.record({ do: fc.constant("overtake" as const) }),
    fc.record({ do: fc.constant("replay" as const), back: fc.integer({ min: 0, max: 5 }) }),
    fc.record({
      do: fc.constantFrom("want" as const, "want" as const, "want" as const, "leave" as const),
      pattern: fc.constantFrom(...patterns),
      seeded: fc.boolean(),
    }),
  );

  it("ends with the store's values of the wanted keys, never mixes two commits, and loses no point", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: "max" }), fc.integer({ min: 1, max: 3 }), (steps, partSize) => {
        const page = new LivePage();
        page.server.partSize = partSize;
        const leaves = new Map<string, () => void>([["a.*", page.client.want(["a.*"], null)]]);
        page.client.start();
        let alwaysWanted = true;
        let restored = false;
        const revs = new Map<string, number>();
        const check = () => {
          for (const key of restored || !alwaysWanted ? [] : ["a.x", "a.y"]) {
            const rev = page.value(key)?.rev ?? 0;
            if (rev > 0) expect(rev).toBeGreaterThanOrEqual(revs.get(key) ?? 0);
            if (rev > 0) revs.set(key, rev);
          }
          const x = page.value("a.x");
          const y = page.value("a.y");
          if (leaves.has("a.*") && x && y) expect([x.value, y.value]).toEqual([x.value, x.value]);
        };
        for (const one of steps) {
          page.timers.advance(1);
          switch (one.do) {
            case "commit":
              // The two of a pair always change together: what differs is a mixture of two commits.
              page.server.commit(
                one.key.startsWith("a.")
                  ? { "a.x": one.remove ? undefined : one.pair, "a.y": one.remove ? undefined : one.pair }
                  : { [one.key]: one.remove ? undefined : one.pair },
                "series",
              );
              break;
            case "answer":
              if (page.server.line.closedWith === null) page.server.answer();
              break;
            case "deliver":
              if (page.server.line.closedWith === null) page.server.deliver(one.count, one.times);
              break;
            case "overtake":
              page.server.overtake();
              break;
            case "replay":
              if (page.server.line.closedWith === null) page.server.replay(one.back);
              break;
            case "wait":
              page.timers.advance(one.time);
              break;
            case "restore":
            case "cut":
              if (page.server.line.closedWith === null) page.server.cut();
              if (one.do === "restore") page.server.restore();
              restored ||= one.do === "restore";
              break;
            case "want": {
              // A pattern that is wanted already: the way to another page that shows it too.
              const leave = leaves.get(one.pattern);
              const paint = one.seeded ? paintOf(page, [one.pattern]) : null;
              if (paint) seed(page.queryClient, WORKSPACE, paint, [one.pattern]);
              leaves.set(one.pattern, page.client.want([one.pattern], paint?.cursor ?? null));
              leave?.();
              break;
            }
            case "leave":
              leaves.get(one.pattern)?.();
              leaves.delete(one.pattern);
              if (one.pattern === "a.*") alwaysWanted = false;
              break;
          }
          check();
        }
        page.timers.advance(2_000);
        page.comeBack();
        page.settle();
        check();
        const wanted = [...page.server.keys].filter(([key]) =>
          [...leaves.keys()].some((pattern) => matches(pattern, key)),
        );
        expect(page.held()).toEqual(Object.fromEntries(wanted.map(([key, { value }]) => [key, value])));
        for (const pattern of leaves.keys()) {
          if (pattern === "c.x") continue;
          const keys = wanted.map(([key]) => key).filter((key) => matches(pattern, key));
          expect(names(page, pattern)).toEqual(keys.sort());
        }
        for (const [key] of wanted) {
          const times = page.points(key).map(([at]) => at);
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
          const recorded = page.server.recorded.get(key)?.map(({ point }) => point) ?? [];
          const due = key.startsWith("a.") && alwaysWanted ? recorded : recorded.slice(-1);
          expect(page.points(key)).toEqual(expect.arrayContaining(due));
        }
        expect(page.warnings).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
