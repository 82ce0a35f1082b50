import { describe, expect, it } from "vitest";
import type { Update } from "../../core/protocol/data-update";
import { cacheKeys } from "./cache-keys";
import { type LivePage, seededPage, subscribedPage, WORKSPACE } from "./testing/live-page";

/** The one step that a reader gets which was behind: from where it stood to where the store stands. */
function catchUp(page: LivePage, from: number, to: number, updates: Update[]): void {
  const cursor = (seq: number) => `epochaaa:${seq}`;
  page.server.push({ type: "data_update", from: cursor(from), cursor: cursor(to), timestamp: 1_900_000, updates });
  page.settle();
}

describe("the step after having been behind", () => {
  it("[C4] brings whole values, new keys and removals, and the next one goes on from it", () => {
    const page = subscribedPage();
    catchUp(page, 1, 40, [
      { key: "a.x", rev: 30, at: 1_500_000, value: 30 },
      { key: "a.new", rev: 20, at: 1_400_000, value: "new", meta: { kind: "value", unit: "s" } },
      { key: "a.y", rev: 40, at: 1_900_000, removed: true },
    ]);
    expect(page.held()).toEqual({ "a.x": 30, "a.new": "new" });
    expect(page.names("a.*")).toEqual(["a.new", "a.x"]);
    expect(page.value("a.new")?.meta.unit).toBe("s");
    catchUp(page, 40, 41, [{ key: "a.y", rev: 39, at: 1_900_000, value: "from before the removal" }]);
    expect(page.value("a.y")).toBeNull();
    page.server.cut();
    page.comeBack();
    expect(page.server.line.received[0]).toMatchObject({ since: "epochaaa:41" });
  });

  it("[C4] brings the points of a series, and says which are to be fetched", async () => {
    const page = seededPage();
    page.history = new Map([["a.x", [[1_100_000, 11]]]]);
    const points: [number, number][] = [
      [1_700_000, 17],
      [1_800_000, 18],
    ];
    catchUp(page, 1, 9, [
      { key: "a.x", rev: 9, at: 1_900_000, value: 19, points, hole: true },
      { key: "a.y", rev: 8, at: 1_800_000, value: 18, points: [[1_800_000, 18]] },
    ]);
    expect(page.fetched).toEqual([{ keys: ["a.x"], from: 1_000_000 }]);
    await Promise.resolve();
    await Promise.resolve();
    expect(page.points("a.x").map(([, value]) => value)).toEqual([1, 11, 17, 18, 19]);
    expect(page.points("a.y").map(([, value]) => value)).toEqual([1, 18]);
  });
});

describe("a frame that comes again, or late", () => {
  it("[C4] asks for nothing and takes nothing back", () => {
    const page = subscribedPage();
    const patch = [{ op: "replace" as const, path: "/n", value: 2 }];
    page.server.commit({ "a.x": { n: 1 }, "a.y": 2 });
    page.settle();
    catchUp(page, 2, 3, [{ key: "a.x", rev: 3, at: 1, base: 2, patch }]);
    const before = page.value("a.x");
    page.server.replay(0);
    page.server.push({ type: "data_update", from: "epochaaa:0", cursor: "epochaaa:1", timestamp: 1, updates: [] });
    catchUp(page, 0, 1, [
      { key: "a.x", rev: 1, at: 1, base: 0, patch },
      { key: "a.y", rev: 1, at: 1, removed: true },
    ]);
    page.server.answer();
    expect(page.value("a.x")).toBe(before);
    expect(page.value("a.y")?.value).toBe(2);
    expect(page.server.line.received.map(({ type }) => type)).toEqual(["subscribe"]);
  });
});

describe("references", () => {
  it("[D6] rows that a patch shifts keep theirs in the cache", () => {
    const page = subscribedPage();
    const row = (id: number) => ({ id, cells: [id, id] });
    page.server.commit({ "a.rows": [1, 2, 3].map(row) });
    page.settle();
    const before = page.value("a.rows")?.value as readonly unknown[];
    const patch = [
      { op: "remove" as const, path: "/0" },
      { op: "add" as const, path: "/-", value: row(4) },
    ];
    catchUp(page, 2, 3, [{ key: "a.rows", rev: 3, at: 1, base: 2, patch }]);
    const after = page.queryClient.getQueryData<{ value: readonly unknown[] }>(cacheKeys.live(WORKSPACE, "a.rows"));
    expect(after?.value).toEqual([2, 3, 4].map(row));
    expect(after?.value[0]).toBe(before[1]);
    expect(after?.value[1]).toBe(before[2]);
  });

  it("[D7] a whole value that is equal in parts keeps those parts", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": { same: [1], other: 1 } });
    page.settle();
    const before = page.value("a.x")?.value as { same: unknown };
    page.server.commit({ "a.x": { same: [1], other: 2 } });
    page.settle();
    expect(page.value("a.x")?.value).toEqual({ same: [1], other: 2 });
    const after = page.value("a.x")?.value as { same: unknown };
    expect(after.same).toBe(before.same);
  });
});
